import { changePassword, passwordChangeSchema } from "@/lib/auth/account";
import { requireUser } from "@/lib/auth/require-user";
import { door, nothing, readJson } from "@/lib/http";
import { publish } from "@/lib/live/bus";

export const POST = door(async (request) => {
  const user = await requireUser();
  const ended = await changePassword(user, await readJson(request, passwordChangeSchema));
  for (const sessionId of ended) publish(user.id, { type: "signed_out", sessionId });
  return nothing();
});
