import { requireUser } from "@/lib/auth/require-user";
import { conversationQuerySchema, someQuerySchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { door, json, readQuery } from "@/lib/http";

/** A page of a list; with the first page of those in use also what is under way further down. Or some, by `?ids=`. */
export const GET = door(async (request) => {
  const user = await requireUser();
  const isSome = new URL(request.url).searchParams.has("ids");
  if (isSome) {
    const { ids } = readQuery(request, someQuerySchema);
    return json({ conversations: await conversationsOf(user.id).some(ids), nextCursor: null });
  }
  const { deleted, ...query } = readQuery(request, conversationQuerySchema);
  const conversations = conversationsOf(user.id);
  if (deleted) return json(await conversations.deleted(query));
  if (query.archived || query.cursor !== undefined) return json(await conversations.list(query));
  const [page, underWay] = await Promise.all([conversations.list(query), conversations.underWay()]);
  return json({ ...page, underWay });
});
