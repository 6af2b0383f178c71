import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { clientAddress, watchClientAddresses } from "./client-address";

test("until the sockets are watched, nothing that a client sends is believed", () => {
  expect(clientAddress(new Headers({ "x-docket-peer": "1.2.3.4", "x-forwarded-for": "1.2.3.4" }))).toBe(null);
});

test("the address is the socket's, whatever the client sends", async () => {
  watchClientAddresses();
  const server = createServer((request, response) => {
    response.end(clientAddress(new Headers(request.headers as Record<string, string>)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const headers = { "x-docket-peer": "1.2.3.4", "x-forwarded-for": "1.2.3.4" };
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(await response.text()).toBe("127.0.0.1");
  server.close();
});

test("behind a proxy of one's own it is what that proxy saw, and not what the client told the proxy", () => {
  vi.stubEnv("TRUST_PROXY", "on");
  const headers = new Headers({ "x-docket-peer": "10.0.0.1", "x-forwarded-for": "1.2.3.4, 203.0.113.7" });
  expect(clientAddress(headers)).toBe("203.0.113.7");
  vi.unstubAllEnvs();
});

test.each([
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:DB8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", null],
  ["", null],
])("%j counts as %j", (address, network) => {
  watchClientAddresses();
  expect(clientAddress(new Headers({ "x-docket-peer": address }))).toBe(network);
});
