import { z } from "zod";
import { tail } from "@/lib/assistant/tail";
import { requireUser } from "@/lib/auth/require-user";
import { door, readQuery, uuidParam } from "@/lib/http";

const query = z.strictObject({ reply: z.uuid() });

/** PostgreSQL's integer. */
const mostSeq = 2_147_483_647;

/** The tail of one reply of this conversation, from `Last-Event-ID` on. 204: nothing to tail; the stored message holds everything. */
export const GET = door(async (request: Request, context: RouteContext<"/api/chat/[id]/stream">) => {
  const user = await requireUser();
  const conversationId = uuidParam((await context.params).id);
  const { reply } = readQuery(request, query);
  const after = Number(request.headers.get("last-event-id") ?? 0);
  const seen = after > 0 ? Math.min(Math.floor(after), mostSeq) : 0;
  const response = await tail(user.id, { conversationId, messageId: reply }, seen, request.signal);
  return response ?? new Response(null, { status: 204 });
});
