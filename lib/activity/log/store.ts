import "server-only";
import { v7 as uuid } from "uuid";
import type { Call, CallSource } from "@/lib/activity/schema";
import { type CallRow, callFrom } from "@/lib/activity/shape";
import { type Activity, activityOf } from "@/lib/activity/store";
import type { UserId } from "@/lib/auth/schema";
import { type Db, db, Prisma } from "@/lib/db/client";
import { inTransaction, retried } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { failpoint } from "@/lib/failpoint";
import type { Change } from "@/lib/tasks/schema";
import { type Tasks, tasksOf } from "@/lib/tasks/store";

/** A call as it arrives: who asks through which door, which call it is, and for what. */
export type Asked = {
  source: CallSource;
  actorName?: string | undefined;
  accessTokenId?: string | undefined;
  conversationId?: string | undefined;
  messageId?: string | undefined;
  callId?: string | undefined;
  idempotencyKey?: string | undefined;
  toolName: string;
  parameters: unknown;
};
export type Failure = { code: string; message: string };
export type Stores = { tasks: Tasks; activity: Activity; callLogId: string };

// Parameters and results are JSON by their schemas; Prisma's type for JSON knows no `unknown`.
const asJson = (value: unknown) => value as Prisma.InputJsonValue;

/** How a call begins: running, waiting for a yes, or over because its arguments don't fit. null: it is on the record already. */
export async function insertCall(
  user: UserId,
  asked: Asked,
  start: "EXECUTING" | "PENDING" | Failure,
  tx: Db = db,
): Promise<Call | null> {
  const isOver = typeof start !== "string";
  const insert = () => tx.$queryRaw<CallRow[]>`
    INSERT INTO "ToolCallLog" ("userId", "id", "source", "actorName", "accessTokenId", "conversationId", "messageId", "callId",
      "idempotencyKey", "toolName", "parameters", "status", "error", "result", "approvalExpiresAt")
    VALUES (${user}::uuid, ${uuid()}::uuid, ${asked.source}::"ToolCallSource", ${asked.actorName ?? null}, ${asked.accessTokenId ?? null}::uuid,
      ${asked.conversationId ?? null}::uuid, ${asked.messageId ?? null}::uuid, ${asked.callId ?? null}, ${asked.idempotencyKey ?? null},
      ${asked.toolName}, ${JSON.stringify(asked.parameters)}::jsonb, ${isOver ? "ERROR" : start}::"ToolCallStatus",
      ${isOver ? start.message.slice(0, 2_000) : null}, ${isOver ? JSON.stringify({ code: start.code }) : null}::jsonb,
      CASE WHEN ${start === "PENDING"} THEN clock_timestamp() + interval '10 minutes' END)
    ON CONFLICT DO NOTHING RETURNING *`;
  const [row] = await (tx === db ? retried(insert) : insert());
  return row ? callFrom(row) : null;
}

const ending = ({ code, message }: Failure) => ({
  status: "ERROR" as const,
  error: message.slice(0, 2_000),
  result: { code },
});

/** The call that has this one's name: the same reply and call id, or the same idempotency key. */
export async function sameCall(user: UserId, { messageId, callId, idempotencyKey }: Asked): Promise<Call | null> {
  const names = [
    ...(messageId !== undefined && callId !== undefined ? [{ messageId, callId }] : []),
    ...(idempotencyKey !== undefined ? [{ idempotencyKey }] : []),
  ];
  if (names.length === 0) return null;
  const row = await db.toolCallLog.findFirst({ where: { userId: user, OR: names } });
  return row && callFrom(row);
}

/**
 * Calls of one reply (or, without one, of one token) that arrive together are let in one after the other, so that each is judged
 * knowing those before it. `work` gets what they were, the oldest first.
 */
export function oneByOne<T>(
  user: UserId,
  { messageId, accessTokenId }: Asked,
  work: (earlier: Call[], tx: Db) => Promise<T>,
): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${messageId ?? accessTokenId ?? user}, 0))`;
    const scope = messageId
      ? Prisma.sql`"messageId" = ${messageId}::uuid`
      : Prisma.sql`"accessTokenId" = ${accessTokenId ?? null}::uuid AND "createdAt" > clock_timestamp() - interval '10 minutes'`;
    const rows = await tx.$queryRaw<CallRow[]>`
      SELECT * FROM "ToolCallLog" WHERE "userId" = ${user}::uuid AND ${scope} ORDER BY "createdAt", "id"`;
    return work(rows.map(callFrom), tx);
  });
}

/**
 * The second transaction: the effect and its SUCCESS commit together, or neither does. With `epoch`, only while the reply that calls is
 * still under that lease, which nobody can take over until the commit: a process that was paused changes nothing when it wakes up late.
 * `progress.isDone`: only the commit was left to do.
 */
export function perform(
  user: UserId,
  id: string,
  work: (stores: Stores) => Promise<unknown>,
  { epoch, progress }: { epoch: number | undefined; progress: { isDone: boolean } },
) {
  return inTransaction(async (tx) => {
    // A transaction that is retried starts its lists anew.
    progress.isDone = false;
    const changes: Change[] = [];
    const linked: Call[] = [];
    // Without a lease nobody else is at this call but the sweeper, and then its end below finds it ended.
    if (epoch !== undefined && !(await holdsLease(user, id, epoch, tx))) throw interrupted();
    const result = await work({
      tasks: tasksOf(user, tx, (change) => changes.push(change)),
      activity: activityOf(user, tx, (call) => linked.push(call)),
      callLogId: id,
    });
    const call = await succeed(user, id, result, changes, tx);
    failpoint("before-tool-commit");
    progress.isDone = true;
    return { call, linked };
  });
}

async function holdsLease(user: UserId, id: string, epoch: number, tx: Db): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    SELECT c."status"::text FROM "ToolCallLog" c JOIN "Message" m ON m."userId" = c."userId" AND m."id" = c."messageId"
      AND m."leaseEpoch" = ${epoch} AND m."status" IN ('PENDING', 'PROCESSING')
    WHERE c."userId" = ${user}::uuid AND c."id" = ${id}::uuid FOR UPDATE OF c FOR SHARE OF m`;
  return row?.status === "EXECUTING";
}

/** What a call would change, found out by doing it and taking all of it back. */
export async function rehearse(
  user: UserId,
  id: string,
  work: (stores: Stores) => Promise<unknown>,
): Promise<Change[]> {
  const takenBack = new Error("rehearsed");
  let changes: Change[] = [];
  await inTransaction(async (tx) => {
    changes = [];
    const tasks = tasksOf(user, tx, (change) => changes.push(change));
    await work({ tasks, activity: activityOf(user, tx), callLogId: id });
    throw takenBack;
  }).catch((error) => {
    if (error !== takenBack) throw error;
  });
  return changes;
}

export async function succeed(user: UserId, id: string, result: unknown, changes: Change[] = [], tx: Db = db) {
  const [row] = await tx.toolCallLog.updateManyAndReturn({
    where: { userId: user, id, status: "EXECUTING" },
    data: { status: "SUCCESS", result: asJson(result), changes: asJson(changes) },
  });
  if (!row) throw interrupted();
  // As the tool gave it: the database forgets the order of the fields.
  return { ...callFrom(row), result };
}

const interrupted = () => new AppError("conflict", "That call took too long and was given up; nothing was changed.");

/** The third: what went wrong. null when the call is over in another way already. */
export async function fail(user: UserId, id: string, failure: Failure): Promise<Call | null> {
  const [row] = await db.toolCallLog.updateManyAndReturn({
    where: { userId: user, id, status: "EXECUTING" },
    data: ending(failure),
  });
  return row ? callFrom(row) : null;
}

/** A yes starts the call, a no or an expired one ends it, by the database's clock. null: it doesn't wait (any more). */
export async function decideCall(user: UserId, id: string, yes: boolean): Promise<Call | null> {
  const [row] = await db.$queryRaw<CallRow[]>`
    UPDATE "ToolCallLog" SET
      "status" = CASE WHEN "approvalExpiresAt" <= clock_timestamp() OR NOT ${yes} THEN 'DENIED' ELSE 'EXECUTING' END::"ToolCallStatus",
      "error" = CASE WHEN "approvalExpiresAt" <= clock_timestamp() THEN 'expired' WHEN NOT ${yes} THEN 'refused' END
    WHERE "userId" = ${user}::uuid AND "id" = ${id}::uuid AND "status" = 'PENDING' RETURNING *`;
  return row ? callFrom(row) : null;
}

/** Ends what the calls of a reply were at when its process died: nobody can commit them any more, and nobody asks for a yes. */
export async function interruptCallsOf(user: UserId, messageId: string): Promise<Call[]> {
  const rows = await db.$queryRaw<CallRow[]>`
    UPDATE "ToolCallLog" SET "error" = 'interrupted',
      "status" = CASE "status" WHEN 'EXECUTING' THEN 'ERROR' ELSE 'DENIED' END::"ToolCallStatus",
      "result" = CASE "status" WHEN 'EXECUTING' THEN '{"code": "interrupted"}'::jsonb END
    WHERE "userId" = ${user}::uuid AND "messageId" = ${messageId}::uuid AND "status" IN ('PENDING', 'EXECUTING')
    RETURNING *`;
  return rows.map(callFrom);
}

export type Swept = { user: UserId; call: Call };

/** Of everybody: ends calls whose process died (their work was rolled back) and calls that waited too long. */
export async function sweep(): Promise<{ interrupted: Swept[]; expired: Swept[] }> {
  // A call that really runs holds its row's lock, and is left alone.
  const dead = await db.$queryRaw<(CallRow & { userId: string })[]>`
    UPDATE "ToolCallLog" SET "status" = 'ERROR', "error" = 'interrupted', "result" = '{"code": "interrupted"}'
    WHERE ("userId", "id") IN (
      SELECT "userId", "id" FROM "ToolCallLog"
      WHERE "status" = 'EXECUTING' AND "startedAt" < clock_timestamp() - interval '20 seconds' LIMIT 500 FOR UPDATE SKIP LOCKED
    ) RETURNING *`;
  const late = await db.$queryRaw<(CallRow & { userId: string })[]>`
    UPDATE "ToolCallLog" SET "status" = 'DENIED', "error" = 'expired'
    WHERE ("userId", "id") IN (
      SELECT "userId", "id" FROM "ToolCallLog"
      WHERE "status" = 'PENDING' AND "approvalExpiresAt" <= clock_timestamp() LIMIT 500 FOR UPDATE SKIP LOCKED
    ) RETURNING *`;
  // The one place where nobody asks: the owner of a row stands in its own key.
  const swept = (row: CallRow & { userId: string }): Swept => ({ user: row.userId as UserId, call: callFrom(row) });
  return { interrupted: dead.map(swept), expired: late.map(swept) };
}
