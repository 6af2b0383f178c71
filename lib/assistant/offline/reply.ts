import type { Today } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import { after, afterUnknown, type Discourse, nothingSaid, type Outcome, sayOnly } from "./discourse";
import type { CallResult, Turn } from "./history";
import { plan } from "./plan";
import type { Read } from "./ready";

/** What to do next: make these calls, or say this and be done. */
export type Next = { kind: "calls"; calls: ToolCall[] } | { kind: "say"; outcome: Outcome };

/** Further back than this nothing is referred to, and each turn is understood anew. */
const memory = 8;

/** The next step of a reply, as a function of the conversation alone. */
export function nextStep(turns: Turn[], today: Today, readAt: ReadAt): Next {
  const turn = turns.at(-1);
  if (!turn) return { kind: "say", outcome: sayOnly("What would you like to get done?") };
  const dayOf = clockOf(turns, today);
  return (
    follow(turn, discourseOf(turns.slice(0, -1), dayOf, readAt), dayOf(turn), readAt) ?? {
      kind: "say",
      outcome: sayOnly(closing(turn)),
    }
  );
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

type ReadAt = (today: Today) => Read;

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

/** Runs a turn's plan again over the results that it got; null when another model's calls are in its place. */
function follow(turn: Turn, discourse: Discourse, today: Today, readAt: ReadAt): Next | null {
  const running = plan(turn.said, readAt(today), discourse, today);
  let state = running.next();
  for (const step of turn.steps) {
    if (state.done || state.value.some(({ name }, i) => name !== step[i]?.name)) return null;
    const results: CallResult[] = step.map(({ result }) => result);
    state = running.next(results);
  }
  return state.done ? { kind: "say", outcome: state.value } : { kind: "calls", calls: state.value };
}

/** The end of a reply that another model began. */
function closing(turn: Turn) {
  const failed = turn.steps.flat().flatMap(({ result }) => (result.status === "error" ? [result.message] : []));
  return failed[0] ?? "That is done.";
}
