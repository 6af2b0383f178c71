import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { openBalancer } from "./balancer";

/** A server that says who it is, and what it was asked. */
async function backend(
  name: string,
  answer?: RequestListener,
): Promise<{ url: string; server: Server; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/api/health") return void response.end("{}");
    asked.push(`${request.method} ${request.url}`);
    if (answer) return answer(request, response);
    response.end(name);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, asked };
}

async function balancerOver(...backends: { url: string }[]) {
  const balancer = await openBalancer(backends.map(({ url }) => url));
  onTestFinished(() => balancer.close());
  return balancer;
}

const textAt = async (url: string, init?: RequestInit) => (await fetch(url, init)).text();

test("requests are shared out in turn, whoever sends them", async () => {
  const balancer = await balancerOver(await backend("one"), await backend("two"));
  const answers = [1, 2, 3, 4].map(() => textAt(`${balancer.url}/who`));
  expect((await Promise.all(answers)).toSorted()).toEqual(["one", "one", "two", "two"]);
});

test("a GET that an instance dies on is asked of the other one; a POST is told 502, since it may have had its effect", async () => {
  const dying = await backend("dying", (request) => request.socket.destroy());
  const alive = await backend("alive");
  const gets = await balancerOver(dying, alive);
  expect(await Promise.all([textAt(`${gets.url}/a`), textAt(`${gets.url}/b`)])).toEqual(["alive", "alive"]);
  const posts = await balancerOver(dying);
  expect((await fetch(`${posts.url}/c`, { method: "POST", body: "{}" })).status).toBe(502);
  expect(dying.asked.filter((line) => line === "POST /c")).toHaveLength(1);
  expect(alive.asked).not.toContain("POST /c");
});

test("an instance that is gone gets nothing until it is back, and without any there is 503", async () => {
  const only = await backend("only");
  const balancer = await balancerOver(only);
  const { port } = new URL(only.url);
  only.server.closeAllConnections();
  only.server.close();
  await vi.waitFor(() => expect(balancer.healthy()).toEqual([]), { timeout: 10_000 });
  expect((await fetch(`${balancer.url}/who`)).status).toBe(503);
  only.server.listen(Number(port), "127.0.0.1");
  await vi.waitFor(() => expect(balancer.healthy()).toEqual([only.url]), { timeout: 10_000 });
  expect(await textAt(`${balancer.url}/who`)).toBe("only");
});

test("a stream comes through as it is written, and breaks where it breaks", async () => {
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const talking = await backend("talking", async (_, response) => {
    response.write("first");
    await end;
    response.destroy();
  });
  const balancer = await balancerOver(talking);
  const response = await fetch(`${balancer.url}/stream`);
  const reader = response.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
  resolve();
  await expect(reader?.read()).rejects.toThrow();
});
