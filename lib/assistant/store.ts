import "server-only";
import type { UIMessageChunk } from "ai";
import type { UserId } from "@/lib/auth/schema";
import type { MessageStatus } from "@/lib/conversations/schema";
import { db, type Tx } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { Parts } from "./parts";
import type { ReplyMetadata } from "./schema";

export { inTransaction, type Tx };

/** Seconds for which a producer owns its reply unless a batch renews the lease; on the database's clock. */
export const leaseSeconds = 15;
/** A chunk's `seq` is ordered by epoch first: epoch × 10⁶ + n, so that nothing after a take-over repeats a number. */
export const epochSize = 1_000_000;

/** Who may write a reply: every statement of a producer names all of it, and finds no row once another took over. */
export type Lease = { user: UserId; messageId: string; conversationId: string; owner: string; epoch: number };
/** A chunk of a reply, and, where it was made, its JSON: it is sent and stored many times over. */
export type Logged = { seq: number; chunk: UIMessageChunk; text?: string };
export const textOf = ({ chunk, text }: Logged): string => text ?? JSON.stringify(chunk);
/** What gathered of a reply since its last batch; one row of the log, stored under the seq of its last chunk. */
export type Batch = { lease: Lease; chunks: Logged[] };
/** What came of a batch. "busy": its row is locked by a tool's transaction, and nothing was written. "lost": another process owns the reply. */
export type Written = "held" | "stop" | "busy" | "lost";

const rowOf = (chunks: Logged[]) => ({
  seq: chunks.at(-1)?.seq ?? 0,
  payload: chunks.length > 0 ? `[${chunks.map(textOf).join()}]` : "",
});

/**
 * Renews the lease, appends what has gathered, and reads the stop flag, in one statement. The first one makes a PENDING reply PROCESSING.
 * Waits for a tool's transaction that holds the reply.
 */
export async function appendBatch({ lease, chunks }: Batch): Promise<Written> {
  const { seq, payload } = rowOf(chunks);
  const rows = await db.$queryRaw<{ stop: boolean }[]>`
    WITH held AS (
      UPDATE "Message" SET "status" = 'PROCESSING', "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
      WHERE "userId" = ${lease.user}::uuid AND "id" = ${lease.messageId}::uuid AND "leaseOwner" = ${lease.owner}::uuid
        AND "leaseEpoch" = ${lease.epoch} AND "status" IN ('PENDING', 'PROCESSING')
      RETURNING "stopRequestedAt" IS NOT NULL AS stop
    ), logged AS (
      INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload")
      SELECT ${lease.user}::uuid, ${lease.messageId}::uuid, ${seq}, nullif(${payload}, '')::jsonb
      FROM held WHERE ${payload} <> '' ON CONFLICT DO NOTHING
    )
    SELECT stop FROM held`;
  return writtenOf(rows[0]);
}

/** The same for all replies of this process at once, without waiting for any of them. In the order of `batches`. */
export async function appendBatches(batches: Batch[]): Promise<Written[]> {
  const rows = batches.map(({ lease, chunks }) => ({ ...lease, ...rowOf(chunks) }));
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  const found = await db.$queryRaw<{ id: string; stop: boolean | null }[]>`
    WITH given AS (
      SELECT * FROM unnest(${column("user")}::uuid[], ${column("messageId")}::uuid[], ${column("owner")}::uuid[],
        ${column("epoch")}::int[], ${column("seq")}::int[], ${column("payload")}::text[]) AS g("userId", "id", "owner", "epoch", "seq", "payload")
    ), mine AS (
      SELECT g."userId", g."id", g."owner", g."epoch" FROM given g JOIN "Message" m ON m."userId" = g."userId" AND m."id" = g."id"
      WHERE m."leaseOwner" = g."owner" AND m."leaseEpoch" = g."epoch" AND m."status" IN ('PENDING', 'PROCESSING')
    ), free AS (
      SELECT m."userId", m."id", mine."owner", mine."epoch" FROM "Message" m JOIN mine ON m."userId" = mine."userId" AND m."id" = mine."id"
      FOR NO KEY UPDATE OF m SKIP LOCKED
    ), held AS (
      UPDATE "Message" m SET "status" = 'PROCESSING', "leaseUntil" = now() + make_interval(secs => ${leaseSeconds}) FROM free
      WHERE m."userId" = free."userId" AND m."id" = free."id" AND m."leaseOwner" = free."owner" AND m."leaseEpoch" = free."epoch"
        AND m."status" IN ('PENDING', 'PROCESSING')
      RETURNING m."id", m."stopRequestedAt" IS NOT NULL AS stop
    ), logged AS (
      INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload")
      SELECT g."userId", g."id", g."seq", g."payload"::jsonb FROM given g JOIN held ON held."id" = g."id"
      WHERE g."payload" <> '' ON CONFLICT DO NOTHING
    )
    SELECT mine."id", held.stop FROM mine LEFT JOIN held ON held."id" = mine."id"`;
  const byId = new Map(found.map((row) => [row.id, row]));
  return batches.map(({ lease }) => writtenOf(byId.get(lease.messageId)));
}

function writtenOf(row: { stop: boolean | null } | undefined): Written {
  if (!row) return "lost";
  if (row.stop === null) return "busy";
  return row.stop ? "stop" : "held";
}

export type Ending = {
  status: Exclude<MessageStatus, "PENDING" | "PROCESSING">;
  parts: Parts;
  content: string;
  metadata: ReplyMetadata;
};

/** Writes the end of a reply (or its wait for approval), the last of its log, and the conversation's activity, together. False: the lease is lost. */
export async function endReply(lease: Lease, ending: Ending, chunks: Logged[]): Promise<boolean> {
  const { seq, payload } = rowOf(chunks);
  const rows = await db.$queryRaw<unknown[]>`
    WITH ended AS (
      UPDATE "Message" SET "status" = ${ending.status}::"MessageStatus", "parts" = ${JSON.stringify(ending.parts)}::jsonb,
        "content" = ${ending.content}, "metadata" = "metadata" || ${JSON.stringify(ending.metadata)}::jsonb,
        "leaseOwner" = NULL, "leaseUntil" = NULL
      WHERE "userId" = ${lease.user}::uuid AND "id" = ${lease.messageId}::uuid AND "leaseOwner" = ${lease.owner}::uuid
        AND "leaseEpoch" = ${lease.epoch} AND "status" = 'PROCESSING'
      RETURNING "conversationId"
    ), logged AS (
      INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload")
      SELECT ${lease.user}::uuid, ${lease.messageId}::uuid, ${seq}, nullif(${payload}, '')::jsonb
      FROM ended WHERE ${payload} <> '' ON CONFLICT DO NOTHING
    ), touched AS (
      UPDATE "Conversation" SET "updatedAt" = now()
      WHERE "userId" = ${lease.user}::uuid AND "id" IN (SELECT "conversationId" FROM ended)
    )
    SELECT 1 FROM ended`;
  return rows.length > 0;
}

/** Takes a reply that waits for approval: PROCESSING under a new epoch. Null when it doesn't wait any more. */
export async function takeWaiting(user: UserId, messageId: string, owner: string): Promise<Lease | null> {
  const rows = await db.$queryRaw<{ conversationId: string; leaseEpoch: number }[]>`
    UPDATE "Message" SET "status" = 'PROCESSING', "leaseOwner" = ${owner}::uuid, "leaseEpoch" = "leaseEpoch" + 1,
      "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
    WHERE "userId" = ${user}::uuid AND "id" = ${messageId}::uuid AND "status" = 'AWAITING_APPROVAL'
    RETURNING "conversationId", "leaseEpoch"`;
  const row = rows[0];
  return row ? { user, messageId, conversationId: row.conversationId, owner, epoch: row.leaseEpoch } : null;
}

/** Replies whose producer is gone, taken over by us so that they can be ended; on every instance, without stepping on each other. */
export async function takeAbandoned(owner: string, limit: number): Promise<(Lease & { replyToId: string })[]> {
  const rows = await db.$queryRaw<
    { userId: UserId; id: string; conversationId: string; leaseEpoch: number; replyToId: string }[]
  >`
    UPDATE "Message" SET "status" = 'PROCESSING', "leaseOwner" = ${owner}::uuid, "leaseEpoch" = "leaseEpoch" + 1,
      "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
    WHERE ("userId", "id") IN (
      SELECT "userId", "id" FROM "Message"
      WHERE "status" IN ('PENDING', 'PROCESSING') AND "leaseUntil" < now()
      LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING "userId", "id", "conversationId", "leaseEpoch", "replyToId"`;
  return rows.map((row) => ({
    user: row.userId,
    messageId: row.id,
    conversationId: row.conversationId,
    owner,
    epoch: row.leaseEpoch,
    replyToId: row.replyToId,
  }));
}

/** A reply as an address names it. */
export type ReplyName = { conversationId: string; messageId: string };

/** The status and, read in the same snapshot, the log after `seq`. Null: no such reply in that conversation. */
export async function replyLog(
  user: UserId,
  { conversationId, messageId }: ReplyName,
  after: number,
): Promise<{ status: MessageStatus; events: Logged[] } | null> {
  const rows = await db.$queryRaw<
    { status: MessageStatus; events: { seq: number; payload: UIMessageChunk[] }[] | null }[]
  >`
    SELECT m."status", (
      SELECT jsonb_agg(jsonb_build_object('seq', e."seq", 'payload', e."payload") ORDER BY e."seq")
      FROM "ReplyEvent" e WHERE e."userId" = m."userId" AND e."messageId" = m."id" AND e."seq" > ${after}) AS events
    FROM "Message" m
    WHERE m."userId" = ${user}::uuid AND m."id" = ${messageId}::uuid AND m."conversationId" = ${conversationId}::uuid
      AND m."role" = 'ASSISTANT'`;
  const row = rows[0];
  if (!row) return null;
  const events: Logged[] = [];
  let last = after;
  for (const { seq, payload } of row.events ?? []) {
    // A batch whose commit was not acknowledged is written again with the next one: what it repeats is passed over.
    const fresh = payload.slice(Math.max(0, payload.length - (seq - last)));
    events.push(...fresh.map((chunk, at) => ({ seq: seq - fresh.length + 1 + at, chunk })));
    last = seq;
  }
  return { status: row.status, events };
}

/** `earlier`: replies whose committed calls are not made again. `replaced`: those among them that answer an earlier wording of the question. */
export type Before = { earlier: string[]; replaced: string[] };
export const nothingBefore: Before = { earlier: [], replaced: [] };

/** The other replies to the question that a reply answers, and to those that this question took the place of. */
export async function repliesBefore(
  user: UserId,
  { conversationId, messageId }: ReplyName,
  replyToId: string,
): Promise<Before> {
  const rows = await db.$queryRaw<{ id: string; replyToId: string }[]>`
    WITH RECURSIVE wording AS (
      SELECT "id", "replacesId" FROM "Message"
      WHERE "userId" = ${user}::uuid AND "conversationId" = ${conversationId}::uuid AND "id" = ${replyToId}::uuid
      UNION ALL
      SELECT m."id", m."replacesId" FROM "Message" m JOIN wording ON m."id" = wording."replacesId"
      WHERE m."userId" = ${user}::uuid AND m."conversationId" = ${conversationId}::uuid
    )
    SELECT r."id", r."replyToId" FROM "Message" r JOIN wording ON r."replyToId" = wording."id"
    WHERE r."userId" = ${user}::uuid AND r."conversationId" = ${conversationId}::uuid AND r."id" <> ${messageId}::uuid
    ORDER BY r."seq"`;
  const replaced = rows.filter((row) => row.replyToId !== replyToId);
  return { earlier: rows.map(({ id }) => id), replaced: replaced.map(({ id }) => id) };
}

/** Asks the producer, on whatever instance, to stop. False when there is nothing to stop. */
export async function requestStop(user: UserId, { conversationId, messageId }: ReplyName): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Message" SET "stopRequestedAt" = coalesce("stopRequestedAt", now())
    WHERE "userId" = ${user}::uuid AND "id" = ${messageId}::uuid AND "conversationId" = ${conversationId}::uuid
      AND "status" IN ('PENDING', 'PROCESSING')`;
  return changed > 0;
}

/** Drops the logs of replies that ended an hour ago or more; their messages hold everything. */
export async function dropOldLogs(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "ReplyEvent" e USING "Message" m
    WHERE m."userId" = e."userId" AND m."id" = e."messageId" AND e."createdAt" < now() - interval '1 hour'
      AND m."status" IN ('COMPLETED', 'STOPPED', 'ERROR')`;
}
