import { reply } from "@/lib/assistant/reply";
import { replyRequest } from "@/lib/assistant/request";
import { answer } from "@/lib/assistant/tail";
import { requireUser } from "@/lib/auth/require-user";
import { door, readJson } from "@/lib/http";

/** A message: stored with its empty reply, then the reply's tail as server-sent events. */
export const POST = door(async (request: Request) => {
  const user = await requireUser();
  return answer(user.id, await reply(user, await readJson(request, replyRequest)), request.signal);
});
