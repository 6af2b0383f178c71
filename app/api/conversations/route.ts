import { requireUser } from "@/lib/auth/require-user";
import { conversationQuerySchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { door, json, readQuery } from "@/lib/http";

export const GET = door(async (request) => {
  const user = await requireUser();
  return json(await conversationsOf(user.id).list(readQuery(request, conversationQuerySchema)));
});
