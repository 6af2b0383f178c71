import type { Change } from "@/lib/tasks/schema";
import type { Call } from "./schema";

type Same = Pick<
  Call,
  | "id"
  | "source"
  | "actorName"
  | "conversationId"
  | "messageId"
  | "callId"
  | "toolName"
  | "parameters"
  | "result"
  | "error"
  | "status"
  | "undoneById"
>;

/** A row of the record as the driver gives it. */
export type CallRow = Same & {
  changes: unknown;
  approvalExpiresAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
  finishedAt: Date | null;
};

export function callFrom(row: CallRow): Call {
  return {
    id: row.id,
    source: row.source,
    actorName: row.actorName,
    conversationId: row.conversationId,
    messageId: row.messageId,
    callId: row.callId,
    toolName: row.toolName,
    parameters: row.parameters,
    result: row.result,
    error: row.error,
    status: row.status,
    // Only record() writes this column, from changes that the tasks' store reported; checking hundreds of them on each read
    // would cost more than it finds.
    changes: row.changes as Change[],
    undoneById: row.undoneById,
    approvalExpiresAt: row.approvalExpiresAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
