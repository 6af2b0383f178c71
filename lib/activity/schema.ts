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

export type ActivityPage = { calls: Call[]; nextCursor: string | null };
/** What of the record is asked for. */
export const activityFilterSchema = z.strictObject({
  source: callSourceSchema.optional(),
  status: callStatusSchema.optional(),
  tool: z.string().min(1).max(100).optional(),
  /** The number of a task that they changed, or named if they changed nothing. */
  task: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  /** Days in the person's zone, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Words of the tool, of what was asked, of the tasks' titles, of what went wrong. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Only what waits for a yes. */
  waiting: z.stringbool({ truthy: ["true"], falsy: ["false"] }).optional(),
  /** The reply that made the calls. */
  reply: z.uuid().optional(),
});
export type ActivityFilter = z.output<typeof activityFilterSchema>;

export const activityQuerySchema = activityFilterSchema.extend({
  cursor: z.base64url().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type ActivityQuery = z.output<typeof activityQuerySchema>;
