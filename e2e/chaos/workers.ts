import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Script } from "@/e2e/fake-openai/script";
import { words } from "@/e2e/fake-openai/scripts";
import type { Person } from "@/e2e/people";
import type { Change } from "@/lib/tasks/schema";
import { type Heard, message, requestStop, say, told, watch } from "./client";
import { type Effect, type History, outcomeOfCalls } from "./history";

/** What somebody who works under attack needs; all that they meet goes into the history and the count of answers. */
export type Shift = {
  person: Person;
  history: History;
  fakeUrl: string;
  /** The end of the shift: nothing new is begun. */
  signal: AbortSignal;
  answers: Map<string, number>;
};

/** A word that no other task has, and no assistant reads as a date or a number. */
const token = () => Array.from({ length: 14 }, () => "bcdfghjklmnpqrstvwxz"[randomInt(20)]).join("");

function count({ answers }: Shift, statuses: (number | string)[]): void {
  for (const status of statuses) answers.set(String(status), (answers.get(String(status)) ?? 0) + 1);
}

/** Makes tasks and changes them as the interface does, and looks at the list in between. */
export async function clickAround(shift: Shift): Promise<void> {
  while (!shift.signal.aborted) {
    const made = await change(shift, "create_task", (title) => ({ title }));
    const number = made?.number;
    for (let again = 0; number && again < 3 && !shift.signal.aborted; again += 1) {
      await change(shift, "update_task", (description) => ({ numbers: [number], patch: { description } }));
      await look(shift);
    }
    await sleep(100);
  }
}

/** One click: half of them are repeated with their key until an answer comes, as the interface does; the others are not. */
async function change(shift: Shift, tool: Effect["tool"], input: (token: string) => object): Promise<Change | null> {
  const { person, history } = shift;
  const effect: Effect = { tool, token: token(), outcome: "unknown" };
  history.effects.push(effect);
  const request = { body: input(effect.token), headers: { "idempotency-key": randomUUID() } };
  const attempts = randomInt(2) === 0 ? 1 : 12;
  for (let attempt = 0; attempt < attempts && !shift.signal.aborted; attempt += 1) {
    const from = Date.now();
    const answer = await told(person, "POST", `/api/tools/${tool}`, request).catch(() => null);
    count(shift, [answer?.status ?? "none"]);
    if (answer?.status === 200) {
      const [made] = (answer.body as { call: { changes: Change[] } }).call.changes;
      effect.outcome = "ok";
      if (made?.after) history.sights.push({ number: made.number, version: made.after.version, from, to: Date.now() });
      return made ?? null;
    }
    // "Still running" and "try again" say when; every other refusal is final.
    if (answer && answer.status < 500 && !answer.headers.has("retry-after")) {
      effect.outcome = "fail";
      return null;
    }
    await sleep(500);
  }
  return null;
}

async function look(shift: Shift): Promise<void> {
  const from = Date.now();
  const answer = await told(shift.person, "GET", "/api/tasks?limit=50&view=all").catch(() => null);
  count(shift, [answer?.status ?? "none"]);
  if (answer?.status !== 200) return;
  const to = Date.now();
  const { tasks } = answer.body as { tasks: { number: number; version: number }[] };
  shift.history.sights.push(...tasks.map(({ number, version }) => ({ number, version, from, to })));
}

/** A script of the fake model that makes one task of its own and then talks for a while. */
async function taught(fakeUrl: string, title: string, wordCount: number): Promise<string> {
  const script: Script = {
    steps: [
      { text: "I add it. ", calls: [{ name: "create_task", arguments: { title } }] },
      { text: words(wordCount), pieceLength: 6, pauseMs: 40 },
    ],
  };
  await fetch(`${fakeUrl}/__scripts/${title}`, { method: "PUT", body: JSON.stringify(script) });
  return `Please help. [[script:${title}#${title}]]`;
}

const patience = { within: 60_000, silence: 8_000 };

async function chat(
  shift: Shift,
  conversationId: string,
  text: string,
  title: string,
  also: { model?: string; onReply?: (replyId: string) => void } = {},
): Promise<Heard> {
  const { person, history, signal } = shift;
  const effect: Effect = { tool: "create_task", token: title, outcome: "unknown" };
  history.effects.push(effect);
  const sent = message(text, conversationId, also.model);
  const heard = await say(person, sent, { ...patience, signal, ...(also.onReply && { onReply: also.onReply }) });
  history.said.push(heard);
  effect.outcome = outcomeOfCalls(heard);
  count(shift, heard.statuses);
  // Somebody else's reply runs there, or one that is dead and not yet ended: a person waits, too.
  if (heard.outcome !== "ok") await sleep(500);
  return heard;
}

/** A conversation that becomes another one after so many messages. */
function conversations(messages: number) {
  let id = randomUUID();
  let count = 0;
  return () => {
    count += 1;
    if (count % messages === 0) id = randomUUID();
    return id;
  };
}

/** Talks with the fake model; a second device reads along. */
export async function talk(shift: Shift): Promise<void> {
  const place = conversations(10);
  const readers: Promise<unknown>[] = [];
  while (!shift.signal.aborted) {
    const title = token();
    const conversationId = place();
    const readAlong = async (replyId: string) => {
      const heard = await watch(shift.person, { conversationId, replyId }, { ...patience, signal: shift.signal });
      shift.history.said.push(heard);
      count(shift, heard.statuses);
    };
    const onReply = (replyId: string) => void readers.push(readAlong(replyId));
    await chat(shift, conversationId, await taught(shift.fakeUrl, title, 30), title, { onReply });
  }
  await Promise.all(readers);
}

/** Talks with the assistant that is built in. */
export async function talkPlainly(shift: Shift): Promise<void> {
  const place = conversations(10);
  while (!shift.signal.aborted) {
    const title = token();
    await chat(shift, place(), `Add ${title} to my list`, title, { model: "built-in" });
    await sleep(200);
  }
}

/** Lets the fake model talk for long and stops it after a while, from another connection. */
export async function interrupt(shift: Shift): Promise<void> {
  const place = conversations(10);
  while (!shift.signal.aborted) {
    const title = token();
    const conversationId = place();
    const stop = async (replyId: string) => {
      await sleep(randomInt(300, 2_000));
      const answer = await requestStop(shift.person, conversationId, replyId).catch(() => null);
      count(shift, [answer?.status ?? "none"]);
    };
    const stops: Promise<void>[] = [];
    const onReply = (replyId: string) => void stops.push(stop(replyId));
    await chat(shift, conversationId, await taught(shift.fakeUrl, title, 200), title, { onReply });
    await Promise.all(stops);
  }
}
