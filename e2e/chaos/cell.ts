import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Person, signUp } from "@/e2e/people";
import type { Failpoint } from "@/lib/failpoint";
import { type Heard, type Message, message, requestStop, say, sayAgain, storedMessages } from "./client";
import { type History, openHistory, outcomeOfCalls } from "./history";
import type { Instance, Site } from "./site";
import type { Sql } from "./sql";

/** The scripts of the fake model that a process is killed in, with the tasks that each makes. */
export const titlesOf = {
  "create-two": ["Buy milk", "Call mum"],
  "one-by-one": ["Buy milk", "Call mum"],
  "task-then-slow": ["Water the plants"],
} as const;
export type ScriptName = keyof typeof titlesOf;

export type Cell = { failpoint: Failpoint; script: ScriptName };

/** Where the process comes by more than once: which time it dies, so that something has happened before. */
const nth: Partial<Record<Failpoint, Record<ScriptName, number>>> = {
  "mid-stream": { "create-two": 2, "one-by-one": 1, "task-then-slow": 40 },
  "before-tool-commit": { "create-two": 2, "one-by-one": 2, "task-then-slow": 1 },
  "after-tool-commit": { "create-two": 1, "one-by-one": 2, "task-then-slow": 1 },
};

/** A database and the server on it that nobody kills. */
export type Ground = { databaseUrl: string; sql: Sql; survivor: Instance };
export type CellResult = {
  cell: Cell;
  violations: string[];
  history: History | null;
  /** How long after the death the reply was ended; null when there was none. */
  recoveredMs: number | null;
};

export type CellOptions = {
  /** Lets few processes start at once. */
  slot: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** How long after the death the reply may stay open, and how much of what was seen before it may be lost. */
  withinMs: number;
  lostMs: number;
};

type Reply = { id: string; status: string; parts: { type: string; text?: string }[]; endedAt: Date | null };

/**
 * A process of its own is killed at one place of one script, and a person goes on with the server that is left.
 */
export async function runCell(
  site: Site,
  ground: Ground,
  cell: Cell,
  { slot, withinMs, lostMs }: CellOptions,
): Promise<CellResult> {
  const { failpoint, script } = cell;
  const { sql, survivor, databaseUrl } = ground;
  const name = `${failpoint}:${nth[failpoint]?.[script] ?? 1}` as const;
  const doomed = await slot(() => site.instance({ failpoint: name, databaseUrl }));
  const person = await signUp(survivor.url);
  const history = await openHistory(sql, person);
  const violations: string[] = [];
  const expect = (isTrue: boolean, otherwise: string) => isTrue || violations.push(otherwise);
  const result = { cell, violations, history, recoveredMs: null };

  const asked = message(`Please help. [[script:${script}]] ${randomUUID()}`);
  const heard = await say(person.at({ baseURL: doomed.url }), asked, { retries: false, within: 60_000 });
  const exit = await Promise.race([doomed.exited, sleep(10_000, null, { ref: false })]);
  const died = Date.now();
  doomed.kill("SIGKILL");
  if (exit?.signal !== "SIGKILL" || !doomed.output().includes(`failpoint ${name}`)) {
    violations.push(`The process never came by ${name}: ${exit?.signal ?? exit?.code ?? "it lived on"}.`);
    return result;
  }

  const reply = await endedReply(sql, history.userId, asked, died + withinMs + 10_000);
  const recoveredMs = reply?.endedAt ? Math.max(0, reply.endedAt.getTime() - died) : null;
  if (failpoint === "before-lease") {
    expect(reply === null, "The message is there although its transaction was never committed.");
  } else if (!reply?.endedAt) {
    violations.push(`The reply was still ${reply?.status ?? "not there"} ${withinMs / 1000 + 10} s after the death.`);
  } else {
    expect((recoveredMs ?? 0) <= withinMs, `The reply was ended only ${recoveredMs} ms after the death.`);
    const wanted = failpoint === "after-finish-commit" ? "COMPLETED" : "ERROR";
    expect(reply.status === wanted, `The reply ended as ${reply.status} instead of ${wanted}.`);
    const early = heard.seen.filter(({ at }) => at <= died - lostMs);
    const text = reply.parts.map((part) => part.text ?? "").join("");
    expect(
      text.startsWith(textIn(early)),
      `Of the text that was seen ${lostMs / 1000} s before, the reply kept only "${text}".`,
    );
  }
  violations.push(...(await wrongTasks(sql, history, script, acknowledgedIn(heard))));

  // The same message again, as a browser sends it that got no answer.
  const resent = await say(person, asked, { within: 60_000 });
  expect(resent.outcome === "ok", `The same message again was answered ${resent.statuses.join(", ")}.`);
  if (reply) expect(resent.replyId === reply.id, "The same message again got another reply.");
  const messages = await storedMessages(person, asked.conversationId);
  expect(messages?.length === 2, `After the same message again there are ${messages?.length} messages.`);

  const how = reply?.status === "ERROR" ? "continue" : "again";
  const repeats = resent.replyId ?? "";
  const further = await sayAgain(person, { conversationId: asked.conversationId, repeats, how }, { within: 60_000 });
  expect(further.outcome === "ok", `"${how}" was answered ${further.statuses.join(", ")}: ${further.refusal?.detail}`);
  violations.push(...(await unfinished(person, further, `The reply to "${how}"`)));
  violations.push(...(await wrongTasks(sql, history, script, [...titlesOf[script]])));

  const next = await say(person, message(`[[script:hello]] ${randomUUID()}`, asked.conversationId), { within: 60_000 });
  expect(next.outcome === "ok", `The next message was answered ${next.statuses.join(", ")}.`);
  violations.push(...(await unfinished(person, next, "The reply to the next message")));

  history.said.push({ ...heard, outcome: reply || heard.outcome === "ok" ? "ok" : "unknown" }, resent, further, next);
  for (const token of titlesOf[script])
    history.effects.push({ tool: "create_task", token, outcome: outcomeOfCalls(further) });
  return { ...result, recoveredMs };
}

/** The reply to this message once it has ended; as it is when the time is over; null when there is no such message. */
async function endedReply(sql: Sql, userId: string, { messageId }: Message, deadline: number): Promise<Reply | null> {
  for (;;) {
    const [reply] = await sql<Reply & { isEnded: boolean }>(
      `SELECT m."id", m."status"::text, m."parts", m."status" IN ('COMPLETED', 'STOPPED', 'ERROR') AS "isEnded",
         CASE WHEN m."status" IN ('COMPLETED', 'STOPPED', 'ERROR') THEN (SELECT max(e."createdAt") FROM "ReplyEvent" e
           WHERE e."userId" = m."userId" AND e."messageId" = m."id") END AS "endedAt"
       FROM "Message" m WHERE m."userId" = $1 AND m."replyToId" = $2 ORDER BY m."seq" LIMIT 1`,
      [userId, messageId],
    );
    if (!reply || reply.isEnded || Date.now() > deadline) return reply ?? null;
    await sleep(200);
  }
}

const textIn = (seen: Heard["seen"]) =>
  seen.map(({ chunk }) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");

/** The titles of the tasks whose results the reader saw. */
function acknowledgedIn({ seen }: Heard): string[] {
  const titles = new Map<string, string>();
  for (const { chunk } of seen)
    if (chunk.type === "tool-input-available") titles.set(chunk.toolCallId, (chunk.input as { title: string }).title);
  return seen.flatMap(({ chunk }) =>
    chunk.type === "tool-output-available" ? [titles.get(chunk.toolCallId) ?? "?"] : [],
  );
}

/** Each acknowledged task once, every other at most once, each with its one row of the record. */
async function wrongTasks(
  sql: Sql,
  { userId }: History,
  script: ScriptName,
  acknowledged: string[],
): Promise<string[]> {
  const tasks = await sql<{ title: string }>('SELECT "title" FROM "Task" WHERE "userId" = $1', [userId]);
  const calls = await sql<{ title: string }>(
    `SELECT "parameters"->>'title' AS title FROM "ToolCallLog" WHERE "userId" = $1 AND "changes" <> '[]'`,
    [userId],
  );
  const count = (rows: { title: string }[], title: string) => rows.filter((row) => row.title === title).length;
  return titlesOf[script].flatMap((title) => {
    const made = count(tasks, title);
    const recorded = count(calls, title);
    const isRight = made === recorded && (acknowledged.includes(title) ? made === 1 : made <= 1);
    return isRight ? [] : [`"${title}" was made ${made} times and recorded ${recorded} times.`];
  });
}

async function unfinished(person: Person, heard: Heard, what: string): Promise<string[]> {
  if (!heard.replyId) return [];
  const stored = await storedMessages(person, heard.conversationId);
  const status = stored?.find(({ id }) => id === heard.replyId)?.status;
  if (status === "PROCESSING") await requestStop(person, heard.conversationId, heard.replyId);
  return status === "COMPLETED" ? [] : [`${what} ended as ${status}.`];
}
