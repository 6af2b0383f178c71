import { isDeepStrictEqual } from "node:util";
import type { UIMessageChunk } from "ai";
import { closed, type Parts, withChunk } from "@/lib/assistant/parts";
import type { Heard, Seen } from "./client";
import type { History } from "./history";
import type { Sql } from "./sql";

type Event = { seq: number; chunk: UIMessageChunk };
type Reply = { id: string; parts: Parts; status: string; code: string | null; events: Event[] };

const epochSize = 1_000_000;
const isEnded = (status: string) => ["COMPLETED", "STOPPED", "ERROR"].includes(status);

/** I6: what the log tells, and what each reader was told, gives the stored message. */
export async function violationsOfReplays(sql: Sql, { userId, said }: History): Promise<string[]> {
  const replies = await repliesOf(sql, userId);
  const found = [...replies.values()].filter(({ status }) => isEnded(status)).flatMap(differences);
  for (const heard of said) {
    const reply = heard.replyId ? replies.get(heard.replyId) : undefined;
    if (reply && isEnded(reply.status) && reply.events.length > 0) found.push(...lies(reply, heard));
  }
  return found;
}

type Batch = { seq: number; payload: UIMessageChunk[] };

/** A batch whose writer got no answer may be there twice; no reader is told an event twice. */
function eventsOf(log: Batch[]): Event[] {
  const events: Event[] = [];
  for (const { seq, payload } of log)
    for (const [at, chunk] of payload.entries()) {
      const own = seq - payload.length + 1 + at;
      if (own > (events.at(-1)?.seq ?? 0)) events.push({ seq: own, chunk });
    }
  return events;
}

async function repliesOf(sql: Sql, userId: string): Promise<Map<string, Reply>> {
  type Row = { id: string; parts: Parts; status: string; code: string | null; log: Batch[] | null };
  const rows = await sql<Row>(
    `SELECT m."id", m."parts", m."status"::text, m."metadata"->'error'->>'code' AS code, (
       SELECT jsonb_agg(jsonb_build_object('seq', e."seq", 'payload', e."payload") ORDER BY e."seq")
       FROM "ReplyEvent" e WHERE e."userId" = m."userId" AND e."messageId" = m."id") AS log
     FROM "Message" m WHERE m."userId" = $1 AND m."role" = 'ASSISTANT'`,
    [userId],
  );
  return new Map(rows.map(({ log, ...row }) => [row.id, { ...row, events: eventsOf(log ?? []) }]));
}

export const folded = (chunks: UIMessageChunk[]): Parts => closed(chunks.reduce<Parts>(withChunk, []));

/** As JSON has it: a field that is undefined isn't there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(plain(one), plain(other));

function differences({ id, parts, events }: Reply): string[] {
  // Its log is dropped an hour after its end.
  if (events.length === 0) return [];
  const found: string[] = [];
  const seqs = events.map(({ seq }) => seq);
  const jump = seqs.findIndex((seq, index) => index > 0 && seq !== (seqs[index - 1] ?? 0) + 1 && !startsEpoch(seq));
  if (jump > 0) found.push(`I6: the log of reply ${id} goes from ${seqs[jump - 1]} to ${seqs[jump]}.`);
  if (!isSame(folded(events.map(({ chunk }) => chunk)), parts))
    found.push(`I6: the log of reply ${id} gives another message than the stored one.`);
  return found;
}

const startsEpoch = (seq: number) => seq % epochSize === 1;

/** What a reader was told that the log doesn't know, or not in this order. */
function lies({ id, code, events }: Reply, { seen, isWhole }: Heard): string[] {
  const places = new Map(events.map(({ seq }, index) => [seq, index]));
  // What a process had told but not yet written down when it died; the reader fetches the message again.
  const isLost = ({ seq }: Seen) => code === "interrupted" && !places.has(seq) && isAfterLog(seq, events);
  const told = seen.filter((event) => !isLost(event));
  const unknown = told.find(({ seq }) => !places.has(seq));
  if (unknown) return [`I6: a reader of reply ${id} was told event ${unknown.seq}, which its log does not have.`];
  const changed = told.find(({ seq, chunk }) => !isSame(events[places.get(seq) ?? 0]?.chunk, chunk));
  if (changed) return [`I6: a reader of reply ${id} was told another event ${changed.seq} than its log has.`];
  const order = told.map(({ seq }) => places.get(seq) ?? 0);
  const gap = order.findIndex((place, index) => index > 0 && place !== (order[index - 1] ?? 0) + 1);
  if (gap > 0) return [`I6: a reader of reply ${id} was told ${told[gap]?.seq} right after ${told[gap - 1]?.seq}.`];
  if (isWhole && order.length > 0 && order.at(-1) !== events.length - 1)
    return [`I6: a reader of reply ${id} was told that it is over at ${told.at(-1)?.seq}, before its last event.`];
  return [];
}

/** Beyond the last event of its epoch in the log. */
function isAfterLog(seq: number, events: Event[]): boolean {
  const epoch = Math.floor(seq / epochSize);
  return events.every((event) => Math.floor(event.seq / epochSize) !== epoch || event.seq < seq);
}
