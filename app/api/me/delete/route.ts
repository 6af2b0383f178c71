import { accountDeletionSchema, deleteAccount } from "@/lib/auth/account";
import { requireUser } from "@/lib/auth/require-user";
import { closeSession } from "@/lib/auth/session";
import { door, nothing, readJson } from "@/lib/http";
import { publish } from "@/lib/live/bus";

export const POST = door(async (request) => {
  const user = await requireUser();
  const ended = await deleteAccount(user, await readJson(request, accountDeletionSchema));
  await closeSession();
  for (const sessionId of ended) publish(user.id, { type: "signed_out", sessionId });
  return nothing({ "Clear-Site-Data": '"storage"' });
});
