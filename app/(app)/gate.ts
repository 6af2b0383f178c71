import "server-only";
import { redirect } from "next/navigation";
import { currentUser } from "@/lib/auth/require-user";
import type { SignedIn } from "@/lib/auth/schema";

/** The signed-in person, or the way to sign in and back to `path`. Every page of the app begins with it. */
export async function signedIn(path: string): Promise<SignedIn> {
  const person = await currentUser();
  if (!person) redirect(path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`);
  return person;
}
