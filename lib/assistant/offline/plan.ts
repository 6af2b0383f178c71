import type { Today } from "@/lib/words/today";
import { changeCalls, createCall, searchCalls, type ToolCall } from "./calls";
import type { Command } from "./command";
import type { Discourse, Outcome } from "./discourse";
import type { Entry } from "./entry";
import { expand } from "./expand";
import type { CallResult } from "./history";
import { type Found, isTargeted, locate, lookups, type Targeted, tasksIn, widerLookups } from "./locate";
import { speak } from "./speak";

/**
 * What a message leads to, as a conversation with the tools: yields the calls of a step, is given their results, returns
 * what to say. It holds no state but its arguments and those results, so that it can be run again from a stored history.
 */
export type Plan = Generator<ToolCall[], Outcome, CallResult[]>;

export function* plan(commands: Command[], discourse: Discourse, said: string, today: Today): Plan {
  const entries: Entry[] = [];
  let wave: Command[] = [];
  let state = discourse;
  for (const ready of expand(commands, discourse, said, today)) {
    if (ready.is === "say") {
      entries.push({ is: "said", text: ready.text, pending: ready.pending ?? null });
      continue;
    }
    if (dependsOnEarlier(ready.command, wave)) {
      entries.push(...(yield* act(wave, state, today)));
      state = { ...state, focus: focusAfter(entries, state) };
      wave = [];
    }
    wave.push(ready.command);
  }
  if (wave.length > 0) entries.push(...(yield* act(wave, state, today)));
  return speak(entries, today);
}

const isChange = (command: Command) => command.do === "create" || command.do === "undo" || isTargeted(command);

/** "add milk and make it urgent": the second needs the result of the first. An undo goes alone, so that it undoes what it should. */
function dependsOnEarlier(command: Command, wave: Command[]) {
  if (!wave.some(isChange)) return command.do === "undo" && wave.length > 0;
  if (command.do === "undo" || wave.some((earlier) => earlier.do === "undo")) return true;
  return isTargeted(command) && (command.target.kind === "it" || command.target.kind === "them");
}

function focusAfter(entries: Entry[], state: Discourse) {
  const done = entries.flatMap((entry) => (entry.is === "done" ? tasksIn(entry.results) : []));
  return done.length > 0 ? done : state.focus;
}

/** Looks up what the commands speak of, looks wider where nothing fitted, then makes all their calls in one step. */
function* act(commands: Command[], discourse: Discourse, today: Today): Generator<ToolCall[], Entry[], CallResult[]> {
  if (commands.some((command) => command.do === "undo")) return yield* undo(commands, discourse);
  const looked = yield* each(commands.map((command) => looksOf(command)));
  const found = commands.map((command, i) =>
    isTargeted(command) ? locate(command, tasksIn(looked[i] ?? []), discourse) : null,
  );
  const wider = yield* each(commands.map((command, i) => widerOf(command, found[i] ?? null, looked[i] ?? [])));
  const calls: ToolCall[][] = [];
  const entries: Entry[] = [];
  for (const [i, said] of commands.entries()) {
    let command = said;
    const results = [...(looked[i] ?? []), ...(wider[i] ?? [])];
    const isWider = (wider[i] ?? []).length > 0;
    const final =
      isTargeted(command) && isWider ? locateWider(command, results, discourse, found[i] ?? null) : (found[i] ?? null);
    // "finish the report", when there is no such task, is a task.
    if (final?.kind === "none" && said.do === "complete" && said.isSurelyTask && said.orCreate)
      command = { do: "create", task: said.orCreate };
    const entry = entryOf(command, final, results);
    if (entry.is === "done" && isTargeted(command) && command.target.kind === "bulk")
      entry.left = moreAfter(wider[i]?.[0] ?? looked[i]?.[0]);
    calls.push(entry.is === "done" ? callsOf(command, entry, today) : []);
    entries.push(entry);
  }
  const done = yield* each(calls);
  for (const [i, entry] of entries.entries()) if (entry.is === "done") entry.results = done[i] ?? [];
  return entries;
}

function looksOf(command: Command): ToolCall[] {
  if (isTargeted(command)) return lookups(command);
  if (command.do !== "list") return [];
  return command.asks === "next" || command.asks === "overview"
    ? [{ name: "get_overview", input: {} }]
    : searchCalls(command.filter);
}

function widerOf(command: Command, found: Found | null, looked: CallResult[]): ToolCall[] {
  if (isTargeted(command) && found?.kind === "none") return widerLookups(command, found.words);
  if (isTargeted(command) && command.target.kind === "bulk") return nextPage(command, looked);
  // "when is the dentist?", of one that is done already
  if (command.do === "list" && command.asks === "when" && tasksIn(looked).length === 0)
    return searchCalls({ ...command.filter, view: "completed" });
  return [];
}

/** A second hundred, which is as many as one call may change. */
function nextPage(command: Targeted, looked: CallResult[]): ToolCall[] {
  const [first] = looked;
  const cursor = first?.status === "ok" ? first.answer.nextCursor : null;
  const [call] = lookups(command);
  return cursor && call ? [{ ...call, input: { ...call.input, cursor } }] : [];
}

const moreAfter = (page: CallResult | undefined) => (page?.status === "ok" ? page.answer.more : 0);

function locateWider(command: Targeted, results: CallResult[], discourse: Discourse, before: Found | null): Found {
  const seen = tasksIn(results);
  if (command.target.kind !== "words") return locate(command, seen, discourse);
  const isDone = command.do === "complete" && !command.completed;
  // Where they belong first; those that were done already only when nothing else fits.
  const near = locate(
    command,
    seen.filter((task) => task.isCompleted === isDone),
    discourse,
  );
  const far = near.kind === "none" ? locate(command, seen, discourse) : near;
  return far.kind === "tasks" || far.kind === "which" ? far : (before ?? far);
}

function entryOf(command: Command, found: Found | null, results: CallResult[]): Entry {
  const failed = results.find((result) => result.status !== "ok");
  if (failed) return { is: "failed", message: failed.message };
  if (command.do === "list") return { is: "listed", command, results };
  if (command.do === "create") return { is: "done", command, tasks: [], candidates: [], results: [] };
  if (!isTargeted(command) || !found) return { is: "talked", command };
  if (found.kind === "tasks")
    return { is: "done", command, tasks: found.tasks, candidates: found.candidates, results: [] };
  return { is: "unclear", command, found };
}

function callsOf(command: Command, entry: Extract<Entry, { is: "done" }>, today: Today): ToolCall[] {
  return command.do === "create" ? [createCall(command.task)] : changeCalls(command, entry.tasks, today);
}

/** One call for each change of the last message, each in a step of its own: the tool takes back the last one. */
function* undo(commands: Command[], { last }: Discourse): Generator<ToolCall[], Entry[], CallResult[]> {
  const results: CallResult[] = [];
  const times = Math.max(1, Math.min(last?.calls ?? 1, 8));
  for (let i = 0; i < times; i++) {
    const [result] = yield [{ name: "undo_change", input: {} }];
    if (!result) break;
    results.push(result);
    if (result.status !== "ok") break;
  }
  const [command] = commands;
  return command ? [{ is: "done", command, tasks: [], candidates: [], results }] : [];
}

/** One step for the calls of several commands; equal calls are made once. Gives each command its own results. */
function* each(calls: ToolCall[][]): Generator<ToolCall[], CallResult[][], CallResult[]> {
  const unique = new Map<string, ToolCall>();
  const keyOf = (call: ToolCall) => JSON.stringify(call);
  for (const call of calls.flat()) unique.set(keyOf(call), call);
  const step = [...unique.values()];
  if (step.length === 0) return calls.map(() => []);
  const results = yield step;
  const byKey = new Map(step.map((call, i) => [keyOf(call), results[i]]));
  return calls.map((own) => own.map((call) => byKey.get(keyOf(call))).filter((result) => result !== undefined));
}
