import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

export const absoluteSeconds = 30 * 24 * 60 * 60;

/** `__Host-` binds the cookie to this host and to https; browsers refuse that prefix over plain http. */
export function sessionCookie() {
  const secure = isHttps();
  return {
    name: secure ? "__Host-docket.session" : "docket.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

export const isHttps = () => env.PUBLIC_URL?.startsWith("https:") ?? false;

const claimsSchema = z.object({ userId: z.uuid(), sessionId: z.uuid() });
/** All that the cookie says: which row to look at. Whether it still counts stands in the database. */
export type Claims = z.output<typeof claimsSchema>;

/** Demands both ids: a token that merely decodes proves nothing. */
export function claimsOf(token: unknown): Claims | null {
  return claimsSchema.safeParse(token).data ?? null;
}

export async function sessionClaims(): Promise<Claims | null> {
  const { name } = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  if (!token) return null;
  const secret = env.AUTH_SECRET;
  return claimsOf(await decode({ token, secret, salt: name }).catch(() => null));
}
