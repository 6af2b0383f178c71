import "server-only";
import { cache } from "react";
import type { SignedIn } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";
import { sessionClaims } from "./cookie";
import { touchSession } from "./store";

/**
 * The person behind this request, or null. One SQL statement, which is also what makes sign-out take effect at once;
 * within one rendering of a page it runs once.
 */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const claims = await sessionClaims();
  return claims && touchSession(claims);
});

/** The person behind this request; every page and route begins with it. Nothing is decided in proxy.ts. */
export async function requireUser(): Promise<SignedIn> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated", "You are signed out. Sign in and try again.");
  return user;
}
