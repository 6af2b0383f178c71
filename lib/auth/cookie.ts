import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env, isHttps } from "@/lib/env";
import { remember } from "@/lib/remember";

export const absoluteSeconds = 30 * 24 * 60 * 60;

/** `__Host-` binds the cookie to this host and to https; browsers refuse that prefix over plain http. */
export function sessionCookie() {
  const secure = isHttps();
  return {
    name: secure ? "__Host-docket.session" : "docket.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

const claimsSchema = z.object({ userId: z.uuid(), sessionId: z.uuid() });
/** All that the cookie says: which row to look at. Whether it still counts stands in the database. */
export type Claims = z.output<typeof claimsSchema>;

/** Demands both ids: a token that merely decodes proves nothing. */
export function claimsOf(token: unknown): Claims | null {
  return claimsSchema.safeParse(token).data ?? null;
}

/** What was read out of cookies lately: a browser sends the same one with each request, and reading one costs a key derivation. */
const readLately = remember("claims", () => new Map<string, Claims>());
const mostRead = 5_000;

export async function sessionClaims(): Promise<Claims | null> {
  const { name } = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return null;
  const known = readLately.get(token);
  if (known) return known;
  const secret = env.AUTH_SECRET;
  const claims = claimsOf(await decode({ token, secret, salt: name }).catch(() => null));
  if (claims) keep(token, claims);
  return claims;
}

// That the cookie is ours stays true; whether its session still counts is asked of the database each time.
function keep(token: string, claims: Claims): void {
  const [oldest] = readLately.keys();
  if (readLately.size >= mostRead && oldest !== undefined) readLately.delete(oldest);
  readLately.set(token, claims);
}
