import { closeSession, openSession } from "@/lib/auth/session";
import { credentialsSchema } from "@/lib/auth/sign-in";
import { door, nothing, readJson } from "@/lib/http";

/** Sign in. */
export const POST = door(async (request) => {
  await openSession(await readJson(request, credentialsSchema));
  return nothing();
});

/** Sign out; drafts and the like go too. */
export const DELETE = door(async () => {
  await closeSession();
  return nothing({ "Clear-Site-Data": '"storage"' });
});
