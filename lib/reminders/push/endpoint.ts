import "server-only";
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

// A subscription names an address that this server will call: it must not become a way into the network that the server is in.

const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(net, bits, "ipv4");
/** Of IPv6 only what is given out to the world (2000::/3) is outside, without tunnels and examples. */
const outside6 = new BlockList();
outside6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  inside.addSubnet(net, bits, "ipv6");

export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublic(mapped);
  if (isIP(address) === 4) return !inside.check(address, "ipv4");
  return isIP(address) === 6 && outside6.check(address, "ipv6") && !inside.check(address, "ipv6");
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "").toLowerCase();
/** A push service of one's own, which whoever runs this Docket vouches for; it may be near, and speak plain http. */
const isOwn = (url: URL) => env.PUSH_HOSTS.includes(bare(url.hostname));

/** Refuses what can't be a push service: https, a public host by name, nothing else in the address. */
export function checkEndpoint(endpoint: string): void {
  const url = new URL(endpoint);
  if (isOwn(url) && /^https?:$/.test(url.protocol)) return;
  const isNamed = isIP(bare(url.hostname)) === 0 && /^[\w-]+(\.[\w-]+)*\.[a-z][\w-]+$/i.test(url.hostname);
  const isPlain = url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";
  if (!isNamed || !isPlain || /\.(localhost|local|internal|lan|home\.arpa)$/i.test(url.hostname))
    throw new AppError("invalid", "This is not the address of a push service.", { details: { field: "endpoint" } });
}

/** Looks a name up and gives on only addresses that are public, at the moment of the call: a name may point elsewhere by then. */
export function lookupFor(endpoint: string): LookupFunction | undefined {
  if (isOwn(new URL(endpoint))) return undefined;
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const found = error ? [] : addresses.filter(({ address }) => isPublic(address));
      const [first] = found;
      if (!first) return done(error ?? new Error("The push service is not at a public address."), "", 0);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
