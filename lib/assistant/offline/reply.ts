import type { Today } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import { after, afterUnknown, type Discourse, nothingSaid, type Outcome, sayOnly } from "./discourse";
import type { PastCall, Turn } from "./history";
import { type Plan, plan } from "./plan";
import type { Read } from "./ready";

/** What to do next: make these calls, or say this and be done. */
export type Next = { kind: "calls"; calls: ToolCall[] } | { kind: "say"; outcome: Outcome };

/** Further back than this nothing is referred to, and each turn is understood anew. */
const memory = 8;

type ReadAt = (today: Today) => Read;

/** The steps of one reply, each a function of the conversation alone: where the newest turn has gone on by what was asked for, its plan goes on too, in place of running again. */
export function stepper(today: Today, readAt: ReadAt): (turns: Turn[]) => Next {
  let kept: { turns: number; said: string; run: Run } | null = null;
  return (turns) => {
    const turn = turns.at(-1);
    if (!turn) return { kind: "say", outcome: sayOnly("What would you like to get done?") };
    const isNext =
      kept?.turns === turns.length &&
      kept.said === turn.said &&
      turn.steps.length === kept.run.fed + 1 &&
      turn.steps.at(-1);
    if (kept && isNext) {
      if (!feed(kept.run, isNext)) kept = null;
    } else {
      const dayOf = clockOf(turns, today);
      const run = started(turn, discourseOf(turns.slice(0, -1), dayOf, readAt), dayOf(turn), readAt);
      kept = run && { turns: turns.length, said: turn.said, run };
    }
    return kept ? nextOf(kept.run) : { kind: "say", outcome: sayOnly(closing(turn)) };
  };
}

/** Milliseconds: a clock further away from that of the messages is one that somebody set. */
const sameClock = 3_600_000;

/** The moment of each message: "in 45 minutes" is counted from when it was said. On a clock of its own a conversation keeps its pace. */
function clockOf(turns: Turn[], today: Today): (turn: Turn) => Today {
  const newest = turns.at(-1)?.sentAt ?? null;
  const ahead = newest ? today.now.getTime() - newest.getTime() : 0;
  const shift = Math.abs(ahead) > sameClock ? ahead : 0;
  return ({ sentAt }) => (sentAt ? { ...today, now: new Date(sentAt.getTime() + shift) } : today);
}

function discourseOf(turns: Turn[], dayOf: (turn: Turn) => Today, readAt: ReadAt): Discourse {
  let discourse = nothingSaid;
  for (const turn of turns.slice(-memory)) {
    const next = follow(turn, discourse, dayOf(turn), readAt);
    discourse = next?.kind === "say" ? after(discourse, next.outcome) : afterUnknown(discourse, turn);
    if (next?.kind === "say") discourse.decided = decidedIn(turn, next.outcome);
  }
  return discourse;
}

/** The app had asked "Shall I?", and by now the calls have an outcome that nobody has spoken of. */
function decidedIn(turn: Turn, { text, pending }: Outcome): string | null {
  return turn.steps.length > 0 && turn.spoken.endsWith("?") && !pending ? text : null;
}

/** A plan on its way, and how many steps it was given the results of. */
type Run = { running: Plan; state: IteratorResult<ToolCall[], Outcome>; fed: number };

const nextOf = ({ state }: Run): Next =>
  state.done ? { kind: "say", outcome: state.value } : { kind: "calls", calls: state.value };

/** Gives a plan the results of its step; false when another model's calls are in its place. */
function feed(run: Run, step: PastCall[]): boolean {
  const { state, running } = run;
  if (state.done || state.value.some(({ name }, i) => name !== step[i]?.name)) return false;
  run.state = running.next(step.map(({ result }) => result));
  run.fed++;
  return true;
}

/** Runs a turn's plan over the results that it got so far. */
function started(turn: Turn, discourse: Discourse, today: Today, readAt: ReadAt): Run | null {
  const running = plan(turn.said, readAt(today), discourse, today);
  const run: Run = { running, state: running.next(), fed: 0 };
  return turn.steps.every((step) => feed(run, step)) ? run : null;
}

function follow(turn: Turn, discourse: Discourse, today: Today, readAt: ReadAt): Next | null {
  const run = started(turn, discourse, today, readAt);
  return run && nextOf(run);
}

/** The end of a reply that another model began. */
function closing(turn: Turn) {
  const failed = turn.steps.flat().flatMap(({ result }) => (result.status === "error" ? [result.message] : []));
  return failed[0] ?? "That is done.";
}
