import { reply } from "@/lib/assistant/reply";
import { replyRequest } from "@/lib/assistant/request";
import { tail } from "@/lib/assistant/tail";
import { requireUser } from "@/lib/auth/require-user";
import { door, readJson } from "@/lib/http";

/** A message: stored with its empty reply, then the reply's tail as server-sent events. */
export const POST = door(async (request: Request) => {
  const user = await requireUser();
  const { conversationId, replyId } = await reply(user, await readJson(request, replyRequest));
  const response =
    (await tail(user.id, { conversationId, messageId: replyId }, 0, request.signal)) ??
    new Response(null, { status: 204 });
  response.headers.set("x-docket-conversation", conversationId);
  response.headers.set("x-docket-reply", replyId);
  return response;
});
