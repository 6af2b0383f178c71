import type { History } from "./history";
import { violationsOfReplays } from "./replays";
import type { Sql } from "./sql";

/**
 * What the database, compared with what people saw, breaks of the promises: each in words, with its number in front. Looked
 * at when nothing runs any more.
 */
export async function violationsIn(sql: Sql, histories: History[]): Promise<string[]> {
  const users = histories.map(({ userId }) => userId);
  const found = [
    ...(await messagesThatAreNotOnce(sql, histories)),
    ...(await gapsInConversations(sql, users)),
    ...(await abandonedReplies(sql, users)),
    ...(await severalAtOnce(sql, users)),
  ];
  for (const history of histories) {
    const record = await recordOf(sql, history.userId);
    found.push(...effectsThatAreNotOnce(record, history));
    found.push(...changesWithoutRecord(record));
    found.push(...versionsThatShrank(history));
    found.push(...(await violationsOfReplays(sql, history)));
  }
  return found;
}

/** I1. */
async function messagesThatAreNotOnce(sql: Sql, histories: History[]): Promise<string[]> {
  const rows = await sql<{ userId: string; id: string; content: string; role: string }>(
    'SELECT "userId", "id", "content", "role"::text FROM "Message" WHERE "userId" = ANY($1)',
    [histories.map(({ userId }) => userId)],
  );
  const ids = new Set(rows.map(({ id }) => id));
  const counts = new Map<string, number>();
  const nameOf = (userId: string, text: string) => `${userId} ${text}`;
  for (const { userId, content, role } of rows)
    if (role === "USER") counts.set(nameOf(userId, content), (counts.get(nameOf(userId, content)) ?? 0) + 1);
  return histories.flatMap(({ userId, said }) =>
    said.flatMap(({ outcome, text, messageId, replyId }) => {
      const found: string[] = [];
      // A wish for a further reply stores no message.
      if (!text)
        return outcome === "ok" && replyId && !ids.has(replyId) ? [`I1: the reply ${replyId} is not there.`] : [];
      const count = counts.get(nameOf(userId, text)) ?? 0;
      if (outcome === "ok" && count !== 1)
        found.push(`I1: the acknowledged message ${messageId} is there ${count} times.`);
      if (outcome === "unknown" && count > 1) found.push(`I1: the message ${messageId} is there ${count} times.`);
      if (outcome === "fail" && count > 0) found.push(`I1: the message ${messageId} was refused and is there.`);
      if (outcome === "ok" && replyId && !ids.has(replyId)) found.push(`I1: the reply ${replyId} is not there.`);
      return found;
    }),
  );
}

/** I2. */
async function gapsInConversations(sql: Sql, users: string[]): Promise<string[]> {
  const rows = await sql<{ id: string; seqs: number[]; next: number }>(
    `SELECT c."id", c."nextSeq" AS next, coalesce(array_agg(m."seq" ORDER BY m."seq") FILTER (WHERE m."id" IS NOT NULL), '{}') AS seqs
     FROM "Conversation" c LEFT JOIN "Message" m ON m."userId" = c."userId" AND m."conversationId" = c."id"
     WHERE c."userId" = ANY($1) GROUP BY c."userId", c."id"`,
    [users],
  );
  return rows
    .filter(({ seqs, next }) => next !== seqs.length + 1 || seqs.some((seq, index) => seq !== index + 1))
    .map(({ id, seqs, next }) => `I2: conversation ${id} counts ${seqs.join(", ")}, and ${next} comes next.`);
}

/** I4. */
async function abandonedReplies(sql: Sql, users: string[]): Promise<string[]> {
  const rows = await sql<{ id: string; status: string }>(
    `SELECT "id", "status"::text FROM "Message" WHERE "userId" = ANY($1) AND "status" IN ('PENDING', 'PROCESSING')
       AND "createdAt" < now() - interval '30 seconds' AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`,
    [users],
  );
  return rows.map(({ id, status }) => `I4: reply ${id} is ${status} and nobody works on it.`);
}

/** I5; also while everything runs. */
export async function severalAtOnce(sql: Sql, users: string[]): Promise<string[]> {
  const rows = await sql<{ conversationId: string; count: number }>(
    `SELECT "conversationId", count(*)::int AS count FROM "Message"
     WHERE "userId" = ANY($1) AND "status" IN ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL')
     GROUP BY "userId", "conversationId" HAVING count(*) > 1`,
    [users],
  );
  return rows.map(({ conversationId, count }) => `I5: ${count} replies are active in conversation ${conversationId}.`);
}

type Snapshot = { version: number; title: string; description: string | null; isCompleted: boolean };
type TaskRow = Snapshot & { id: string; number: number };
type CallRow = { id: string; parameters: unknown; changes: { taskId: string; after: Snapshot }[] };
type Record = { tasks: TaskRow[]; calls: CallRow[] };

async function recordOf(sql: Sql, userId: string): Promise<Record> {
  const tasks = await sql<TaskRow>(
    'SELECT "id", "number", "version", "title", "description", "isCompleted" FROM "Task" WHERE "userId" = $1',
    [userId],
  );
  const calls = await sql<CallRow>(
    `SELECT "id", "parameters", "changes" FROM "ToolCallLog" WHERE "userId" = $1 AND "changes" <> '[]'`,
    [userId],
  );
  return { tasks, calls };
}

/** I3. */
function effectsThatAreNotOnce({ tasks, calls }: Record, { effects }: History): string[] {
  return effects.flatMap(({ tool, token, outcome }) => {
    const holds = (value: unknown) => JSON.stringify(value).toLowerCase().includes(token.toLowerCase());
    const recorded = calls.filter(({ parameters }) => holds(parameters)).length;
    const made = tool === "create_task" ? tasks.filter(({ title }) => holds(title)).length : recorded;
    const count = Math.max(recorded, made);
    if (outcome === "ok" && (recorded !== 1 || made !== 1))
      return [`I3: ${tool} ${token} was acknowledged; it is recorded ${recorded} times and made ${made} times.`];
    if (outcome === "unknown" && count > 1) return [`I3: ${tool} ${token} was asked for once and made ${count} times.`];
    if (outcome === "fail" && count > 0) return [`I3: ${tool} ${token} was refused and is there.`];
    return [];
  });
}

/** I7. */
function changesWithoutRecord({ tasks, calls }: Record): string[] {
  const changes = calls.flatMap(({ changes }) => changes);
  return tasks.flatMap((task) => {
    const mine = changes.filter(({ taskId }) => taskId === task.id).map(({ after }) => after);
    mine.sort((a, b) => a.version - b.version);
    const isWhole = mine.length === task.version && mine.every(({ version }, index) => version === index + 1);
    if (!isWhole)
      return [
        `I7: task #${task.number} has version ${task.version}; the record has ${mine.map(({ version }) => version).join(", ") || "nothing"}.`,
      ];
    const last = mine.at(-1);
    const isSame =
      last?.title === task.title && last.description === task.description && last.isCompleted === task.isCompleted;
    return isSame ? [] : [`I7: task #${task.number} is not what its last change on the record made of it.`];
  });
}

/** I10: whoever asks after an answer sees at least what that answer showed. */
function versionsThatShrank({ sights }: History): string[] {
  const ended = sights.toSorted((a, b) => a.to - b.to);
  const newest = new Map<number, number>();
  let at = 0;
  return sights
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ number, version, from }) => {
      for (let sight = ended[at]; sight && sight.to < from; sight = ended[++at])
        newest.set(sight.number, Math.max(sight.version, newest.get(sight.number) ?? 0));
      const known = newest.get(number) ?? 0;
      return version < known ? [`I10: task #${number} was seen with version ${version} after version ${known}.`] : [];
    });
}
