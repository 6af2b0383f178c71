import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

// The link in a summary says whose it is, and is signed: whoever holds it can stop the summaries of that person, and nothing else.

const sign = (id: Buffer) => createHmac("sha256", env.AUTH_SECRET).update("docket summary\0").update(id).digest();

export function tokenFor(user: string): string {
  const id = Buffer.from(user.replaceAll("-", ""), "hex");
  return Buffer.concat([id, sign(id)]).toString("base64url");
}

/** Whose token it is; null when it isn't ours. */
export function personOf(token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 48) return null;
  const id = bytes.subarray(0, 16);
  if (!timingSafeEqual(sign(id), bytes.subarray(16))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const address = (): string =>
  env.PUBLIC_URL ?? `http://${["0.0.0.0", "::", "127.0.0.1"].includes(env.HOST) ? "localhost" : env.HOST}:${env.PORT}`;

export const links = (user: string) => ({
  tasks: `${address()}/tasks`,
  settings: `${address()}/settings`,
  /** For people: a page that asks. Programs that look at links change nothing by it. */
  leave: `${address()}/unsubscribe?token=${tokenFor(user)}`,
  /** For mail programs: one POST. */
  unsubscribe: `${address()}/api/reminders/unsubscribe?token=${tokenFor(user)}`,
});
