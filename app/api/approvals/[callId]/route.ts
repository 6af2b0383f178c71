import { z } from "zod";
import { decideApproval } from "@/lib/assistant/approvals";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, readJson, uuidParam } from "@/lib/http";

const body = z.strictObject({ decision: z.enum(["yes", "no"]) });

/** The person's yes or no. The client sends nothing but the decision; what is done stands in the record. */
export const POST = door(async (request: Request, context: RouteContext<"/api/approvals/[callId]">) => {
  const user = await requireUser();
  const callId = uuidParam((await context.params).callId);
  const { decision } = await readJson(request, body);
  const going = await decideApproval(user, callId, decision === "yes");
  return json({ conversationId: going?.conversationId ?? null, replyId: going?.replyId ?? null }, { status: 202 });
});
