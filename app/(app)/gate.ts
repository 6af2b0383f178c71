import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "@/lib/auth/cookie";
import { currentUser } from "@/lib/auth/require-user";
import { safePath } from "@/lib/auth/safe-path";
import type { SignedIn } from "@/lib/auth/schema";

/** The signed-in person, or the way to sign in and back to where they wanted to go. Every page of the app begins with it. */
export async function signedIn(path: string): Promise<SignedIn> {
  const person = await currentUser();
  if (person) return person;
  // With its query; `path` is what the page knows of it.
  const wanted = safePath((await headers()).get("x-path") ?? path);
  const query = new URLSearchParams(wanted === "/" ? {} : { next: wanted });
  // A cookie that no longer counts: they were signed in, and are told that they no longer are.
  if ((await cookies()).has(sessionCookie().name)) query.set("ended", "1");
  redirect(query.size > 0 ? `/login?${query}` : "/login");
}
