import { currentUser } from "@/lib/auth/require-user";
import { closeSession, openSession } from "@/lib/auth/session";
import { credentialsSchema } from "@/lib/auth/sign-in";
import { door, nothing, readJson } from "@/lib/http";
import { publish } from "@/lib/live/bus";

/** Sign in. */
export const POST = door(async (request) => {
  await openSession(await readJson(request, credentialsSchema));
  return nothing();
});

/** Sign out; drafts and the like go too. */
export const DELETE = door(async () => {
  const user = await currentUser();
  await closeSession();
  if (user) publish(user.id, { type: "signed_out", sessionId: user.sessionId });
  return nothing({ "Clear-Site-Data": '"storage"' });
});
