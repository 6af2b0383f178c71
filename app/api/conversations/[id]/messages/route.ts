import { activityOf } from "@/lib/activity/store";
import { requireUser } from "@/lib/auth/require-user";
import { messagesQuerySchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { AppError } from "@/lib/errors";
import { door, json, readQuery, uuidParam } from "@/lib/http";

/** The newest messages, or those before `?before=`, with the calls that the replies among them made. */
export const GET = door<RouteContext<"/api/conversations/[id]/messages">>(async (request, { params }) => {
  const user = await requireUser();
  const id = uuidParam((await params).id);
  const query = readQuery(request, messagesQuerySchema);
  const conversations = conversationsOf(user.id);
  const [conversation, { messages, more }] = await Promise.all([
    conversations.get(id),
    conversations.messages(id, query),
  ]);
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  const replies = messages.flatMap((message) => (message.role === "ASSISTANT" ? [message.id] : []));
  const calls = replies.length > 0 ? await activityOf(user.id).ofMessages(replies) : [];
  return json({ messages, calls, more });
});
