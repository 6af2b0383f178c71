import type { Today } from "@/lib/words/today";
import { alreadySo } from "./already";
import { changeCalls, createCall, type ToolCall } from "./calls";
import { type Command, isTargeted, type Targeted } from "./command";
import type { Discourse, Outcome } from "./discourse";
import type { Entry } from "./entry";
import { expand } from "./expand";
import type { CallResult } from "./history";
import { withDates } from "./linked-dates";
import { type Found, locate } from "./locate";
import { elsewhere, lookups, moreAfter, tasksIn, widerLookups } from "./lookups";
import { namesOther, placed, withOther } from "./other-task";
import { aboutParts } from "./parts";
import type { Read } from "./ready";
import type { Seen } from "./seen";
import { speak } from "./speak";
import { undo } from "./undo";

/**
 * What a message leads to, as a conversation with the tools: yields the calls of a step, is given their results, returns
 * what to say. It holds no state but its arguments and those results, so that it can be run again from a stored history.
 */
export type Plan = Generator<ToolCall[], Outcome, CallResult[]>;

export function* plan(said: string, read: Read, discourse: Discourse, today: Today): Plan {
  const entries: Entry[] = [];
  let wave: Command[] = [];
  const told = yield* withDates(said, read, discourse, today);
  if (typeof told !== "string") return told;
  let state: Discourse = { ...discourse, said: told };
  const all = expand(told, read, state, today);
  for (const ready of all.slice(0, mostAtOnce)) {
    if (ready.is === "say") {
      entries.push({ is: "said", text: ready.text, pending: ready.pending ?? null });
      continue;
    }
    if (ready.is === "ask") {
      const { command, candidates } = ready;
      if (isTargeted(command))
        entries.push({
          is: "unclear",
          command,
          found: candidates.length > 0 ? { kind: "which", candidates, words: "" } : { kind: "what" },
        });
      continue;
    }
    const isAfter = wave.some(isChange) && namesOther(ready.command);
    if (isAfter || dependsOnEarlier(ready.command, wave)) {
      entries.push(...(yield* act(wave, state, today)));
      state = stateAfter(entries, state);
      wave = [];
    }
    const whole = yield* withOther(ready.command, state, today);
    if ("text" in whole) entries.push({ is: "said", text: whole.text, pending: null });
    else wave.push(whole.command);
  }
  if (wave.length > 0) entries.push(...(yield* act(wave, state, today)));
  const left = all.length - mostAtOnce;
  if (left > 0)
    entries.push({
      is: "said",
      text: `That is as many as one message can do; send the other ${left} again.`,
      pending: null,
    });
  const redone = all.reduce((sum, one) => sum + (one.is === "command" ? (one.redoes ?? 0) : 0), 0);
  return { ...speak(entries, today), redone };
}

/** One reply may make 25 calls, of which one looks things up. */
const mostAtOnce = 24;

const isChange = (command: Command) => command.do === "create" || command.do === "undo" || isTargeted(command);

/** "add milk and make it urgent": the second needs the result of the first. An undo goes alone, so that it undoes what it should. */
function dependsOnEarlier(command: Command, wave: Command[]) {
  if (!wave.some(isChange)) return command.do === "undo" && wave.length > 0;
  if (command.do === "undo" || wave.some((earlier) => earlier.do === "undo")) return true;
  if (!isTargeted(command)) return false;
  const { kind } = command.target;
  return kind === "it" || kind === "them" || kind === "rest" || kind === "other";
}

function stateAfter(entries: Entry[], state: Discourse): Discourse {
  const done = entries.flatMap((entry) => (entry.is === "done" ? tasksIn(entry.results) : []));
  const handled = [...state.handled, ...done.map(({ number }) => number)];
  return done.length > 0 ? { ...state, focus: done, handled } : state;
}

/** Looks up what the commands speak of, looks wider where that is needed, then makes all their calls in one step. */
function* act(wanted: Command[], discourse: Discourse, today: Today): Generator<ToolCall[], Entry[], CallResult[]> {
  const commands = wanted.map((command) => (command.do === "decline" ? (command.otherwise ?? command) : command));
  const undoing = commands.find((command) => command.do === "undo");
  if (undoing?.do === "undo") return yield* undo(undoing, discourse);
  const looked = yield* each(commands.map((command) => lookups(command, discourse)));
  const near = commands.map((command, i) =>
    isTargeted(command) ? locate(command, tasksIn(looked[i] ?? []), discourse, today) : null,
  );
  const wider = yield* each(commands.map((command, i) => widerLookups(command, near[i] ?? null, looked[i] ?? [])));
  const widened = commands.map((command, i) => {
    const second = wider[i] ?? [];
    return isTargeted(command) && second.length > 0
      ? locateWider(command, [...(looked[i] ?? []), ...second], discourse, today)
      : (near[i] ?? null);
  });
  // Of a long list what is done comes last.
  const last = yield* each(
    commands.map((command, i) => (moreAfter(looked[i] ?? []) > 0 ? elsewhere(command, widened[i] ?? null) : [])),
  );
  const entries = commands.map((said, i): Entry => {
    const first = looked[i] ?? [];
    const second = [...(wider[i] ?? []), ...(last[i] ?? [])];
    const fitting =
      isTargeted(said) && (last[i] ?? []).length > 0
        ? locateWider(said, [...first, ...second], discourse, today)
        : (widened[i] ?? null);
    const isFound = fitting?.kind === "tasks" || fitting?.kind === "which";
    const declined = wanted[i];
    if (declined?.do === "decline" && !isFound) return { is: "talked", command: declined };
    const found = fitting?.kind === "none" ? (lastResort(said, discourse) ?? fitting) : fitting;
    const meant = untagged(replaced(said, found), found, discourse);
    const entry = entryOf(found?.kind === "tasks" ? placed(meant, found.tasks, tasksIn(first)) : meant, found, [
      ...first,
      ...second,
    ]);
    if (entry.is === "done" && isTargeted(said) && said.target.kind === "bulk")
      entry.left = moreAfter(second.length > 0 ? second : first);
    return entry;
  });
  const done = yield* each(entries.map((entry) => (entry.is === "done" ? callsOf(entry, today) : [])));
  return entries.map((entry, i) => (entry.is === "done" ? aboutParts({ ...entry, results: done[i] ?? [] }) : entry));
}

/** "stu lent it to someone else, take that off": when what is told fits nothing, "that" is what was spoken of. */
function lastResort(command: Command, { focus, said, idle }: Discourse): Found | null {
  const isSpoken = /\b(?:it|that|this|that one|this one)\b/i.test(said) && focus.length === 1 && idle <= 1;
  const isNew = "orCreate" in command && command.orCreate !== undefined;
  return isSpoken && !isNew ? { kind: "tasks", tasks: focus, candidates: [] } : null;
}

/** "finish the report", when there is no such task, is a task. */
function replaced(command: Command, found: Found | null): Command {
  const isNew = found?.kind === "none" && "isSurelyTask" in command && command.isSurelyTask;
  if (isNew && command.orCreate) return { do: "create", task: command.orCreate };
  const isOfDone = found?.kind === "tasks" && found.tasks.every(({ isCompleted, inBin }) => isCompleted && !inBin);
  return command.do === "restore" && isOfDone ? { ...command, do: "complete", completed: false } : command;
}

/** "tag the bike pump", of a bike pump: the last word is the task's, and no tag was said. */
function untagged(command: Command, found: Found | null, { said }: Discourse): Command {
  if (command.do !== "update" || command.target.kind !== "words" || found?.kind !== "tasks") return command;
  const [tag, ...others] = command.patch.addTags ?? [];
  const [task, ...more] = found.tasks;
  if (
    !tag ||
    !task ||
    others.length + more.length > 0 ||
    /#|\b(?:as|with|under|tags?|labels?) (?=\S+[\s.!]*$)/i.test(said)
  )
    return command;
  const name = `${command.target.text.split(" ").at(-1)} ${tag}`.toLowerCase();
  return task.title.toLowerCase().includes(name) ? { ...command, patch: {}, lacks: "tags" } : command;
}

/** Where they belong first; those that were done already only when nothing else fits. */
function locateWider(command: Targeted, results: CallResult[], discourse: Discourse, today: Today): Found {
  const all = tasksIn(results);
  if (command.target.kind !== "words") return locate(command, all, discourse, today);
  const isDone = command.do === "complete" && !command.completed;
  const belonging = all.filter((task) => task.isCompleted === isDone || command.do === "restore");
  const near = locate(command, belonging, discourse, today);
  const far = near.kind === "none" ? locate(command, all, discourse, today) : near;
  return far.kind === "tasks" || far.kind === "which" ? far : near;
}

function entryOf(command: Command, found: Found | null, results: CallResult[]): Entry {
  const failed = results.find((result) => result.status !== "ok");
  if (failed) return { is: "failed", message: failed.message };
  if (command.do === "list") return { is: "listed", command, results };
  if (command.do === "create") return { is: "done", command, tasks: [], candidates: [], results: [] };
  if (!isTargeted(command) || !found) return { is: "talked", command };
  if (found.kind !== "tasks") return { is: "unclear", command, found };
  const { tasks, candidates } = found;
  if (command.do === "update" && command.lacks) return { is: "lacking", command, lacks: command.lacks, tasks };
  return { is: "done", command, tasks, candidates, results: [] };
}

function callsOf({ command, tasks }: Extract<Entry, { is: "done" }>, today: Today): ToolCall[] {
  const so = alreadySo(command, tasks, today);
  return command.do === "create"
    ? [createCall(command)]
    : changeCalls(
        command,
        tasks.filter((task) => !so.includes(task) && !isItself(command, task)),
        today,
      );
}

/** "put those under the flights", of which the flights were one. */
const isItself = (command: Command, { number }: Seen) => command.do === "update" && command.patch.parent === number;

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
