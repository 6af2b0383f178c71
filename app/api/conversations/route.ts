import { requireUser } from "@/lib/auth/require-user";
import { conversationQuerySchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { door, json, readQuery } from "@/lib/http";

export const GET = door(async (request) => {
  const user = await requireUser();
  const { deleted, ...query } = readQuery(request, conversationQuerySchema);
  const conversations = conversationsOf(user.id);
  return json(await (deleted ? conversations.deleted(query) : conversations.list(query)));
});
