import { z } from "zod";
import { changeSchema } from "@/lib/tasks/schema";

export const callSourceSchema = z.enum(["CHAT", "MCP", "UI", "API"]);
export const callStatusSchema = z.enum(["PENDING", "EXECUTING", "SUCCESS", "ERROR", "DENIED"]);

/** One row of the record, as the timeline and the cards of the chat show it. */
export const callSchema = z.object({
  id: z.uuid(),
  source: callSourceSchema,
  actorName: z.string().nullable(),
  conversationId: z.uuid().nullable(),
  /** The reply that made the call. */
  messageId: z.uuid().nullable(),
  /** Names the call within its reply: s<step>c<index>. */
  callId: z.string().nullable(),
  toolName: z.string(),
  parameters: z.unknown(),
  result: z.unknown(),
  error: z.string().nullable(),
  status: callStatusSchema,
  changes: z.array(changeSchema),
  undoneById: z.uuid().nullable(),
  approvalExpiresAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Call = z.output<typeof callSchema>;
export type CallSource = Call["source"];
export type CallStatus = Call["status"];
