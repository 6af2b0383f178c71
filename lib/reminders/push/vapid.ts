import "server-only";
import { createECDH, createPrivateKey, sign } from "node:crypto";
import { env } from "@/lib/env";

// RFC 8292: who sends says so to the push service with a signed token, so that nobody else can push to its subscriptions.

type Pair = { publicKey: Buffer; jwk: { kty: "EC"; crv: "P-256"; x: string; y: string; d: string } };

function pairOf(privateKey: string): Pair {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(privateKey, "base64url"));
  const publicKey = ecdh.getPublicKey();
  const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)].map((part) => part.toString("base64url"));
  return { publicKey, jwk: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "", d: privateKey } };
}

/** What browsers subscribe with; null when this server has no key, and so no push. */
export const pushKey = (): string | null =>
  env.VAPID_PRIVATE_KEY ? pairOf(env.VAPID_PRIVATE_KEY).publicKey.toString("base64url") : null;

/** Where a push service reaches whoever runs this Docket. */
function subject(): string {
  if (env.VAPID_SUBJECT) return env.VAPID_SUBJECT;
  if (env.PUBLIC_URL?.startsWith("https:")) return env.PUBLIC_URL;
  const address = env.MAIL_FROM?.replace(/^.*<|>$/g, "");
  return `mailto:${address ?? "docket@localhost"}`;
}

/** The header Authorization for one push service; at most 24 hours are allowed, and clocks differ. */
export function authorization(endpoint: string, privateKey: string, now = Date.now()): string {
  const { publicKey, jwk } = pairOf(privateKey);
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + 12 * 3_600, sub: subject() };
  const body = [{ typ: "JWT", alg: "ES256" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const signature = sign("sha256", Buffer.from(body), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
  return `vapid t=${body}.${signature}, k=${publicKey.toString("base64url")}`;
}
