import { again } from "@/lib/assistant/again";
import { againRequest } from "@/lib/assistant/request";
import { answer } from "@/lib/assistant/tail";
import { requireUser } from "@/lib/auth/require-user";
import { door, readJson, uuidParam } from "@/lib/http";

/** Goes on with the newest reply of this conversation, or puts another in its place; answers with the new reply's tail. */
export const POST = door(async (request: Request, context: RouteContext<"/api/chat/[id]/again">) => {
  const user = await requireUser();
  const conversationId = uuidParam((await context.params).id);
  const started = await again(user, conversationId, await readJson(request, againRequest));
  return answer(user.id, started, request.signal);
});
