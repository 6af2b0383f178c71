import { requireUser } from "@/lib/auth/require-user";
import { endOtherSessions, sessionsOf } from "@/lib/auth/sessions/store";
import { door, json, nothing } from "@/lib/http";
import { publish } from "@/lib/live/bus";

export const GET = door(async () => {
  const user = await requireUser();
  return json({ sessions: await sessionsOf(user.id, user.sessionId) });
});

/** Signs out everywhere else. */
export const DELETE = door(async () => {
  const user = await requireUser();
  for (const sessionId of await endOtherSessions(user.id, user.sessionId)) {
    publish(user.id, { type: "signed_out", sessionId });
  }
  return nothing();
});
