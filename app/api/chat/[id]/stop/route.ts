import { z } from "zod";
import { stop } from "@/lib/assistant/stop";
import { requireUser } from "@/lib/auth/require-user";
import { door, readJson, uuidParam } from "@/lib/http";

const body = z.strictObject({ reply: z.uuid() });

export const POST = door(async (request: Request, context: RouteContext<"/api/chat/[id]/stop">) => {
  const user = await requireUser();
  const conversationId = uuidParam((await context.params).id);
  const { reply } = await readJson(request, body);
  await stop(user.id, { conversationId, messageId: reply });
  return new Response(null, { status: 202 });
});
