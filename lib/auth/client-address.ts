import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { env } from "@/lib/env";
import { remember } from "@/lib/remember";

const header = "x-docket-peer";
const seen = remember("client-address", () => ({ isWatching: false }));

/**
 * Route handlers don't see the socket, and the X-Forwarded-For that Next sets is the client's own when it sent one. So each
 * request gets the socket's address in a header of ours, before anything else reads it and whatever the client sent there.
 * Called once, by instrumentation.ts.
 */
export function watchClientAddresses(): void {
  if (seen.isWatching) return;
  seen.isWatching = true;
  subscribe("http.server.request.start", (message) => {
    // The shape that Node documents for this channel.
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = request.socket.remoteAddress ?? "";
  });
}

/** Who is calling, for limits only: one IPv4 address or one IPv6 network. Null when it can't be known. */
export function clientAddress(headers: Headers): string | null {
  // The last entry is what our own proxy saw; those before it are whatever the client wrote.
  const forwarded = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (env.TRUST_PROXY === "on" && forwarded) return networkOf(forwarded);
  return seen.isWatching ? networkOf(headers.get(header) ?? "") : null;
}

// A household has a /64 of IPv6 addresses, and each of its machines may change its own all the time.
function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return null;
  const [head = "", tail = ""] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
