import { changePassword, passwordChangeSchema } from "@/lib/auth/account";
import { requireUser } from "@/lib/auth/require-user";
import { openSession } from "@/lib/auth/session";
import { door, nothing, readJson } from "@/lib/http";
import { publish } from "@/lib/live/bus";

export const POST = door(async (request) => {
  const user = await requireUser();
  const change = await readJson(request, passwordChangeSchema);
  const ended = await changePassword(user, change);
  // This browser gets a new session too: whoever has a copy of its cookie is out with all the others.
  await openSession({ email: user.email, password: change.password });
  for (const sessionId of ended) publish(user.id, { type: "signed_out", sessionId });
  publish(user.id, { type: "renewed", sessionId: user.sessionId });
  return nothing();
});
