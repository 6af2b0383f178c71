import { choose } from "./choose";
import { firstDue, habitOf, nextNthWeekday } from "./first-due";
import type { Here, Piece } from "./piece";
import { ruleText } from "./rule";
import { blanked, masked, scan } from "./scan";
import { leadIn, type Span, withCopula, without } from "./span";
import { corrected } from "./spelling";
import type { Due, Today } from "./today";
import { wallOf } from "./zone";

export type When = {
  due: Due | null;
  recurrence: string | null;
  rest: string;
  spans: Span[];
  /** A day was named, not only a time. */
  hasDay: boolean;
  /** The hour was named without its half of the day ("at 2"): which half is a guess. */
  isBareHour: boolean;
};

export type WhenOptions = {
  /** Stretches of the text in which nothing is to be found. */
  hidden?: readonly { start: number; end: number }[];
  /**
   * The text is something to do, which has one date: of several days in a list the first, and nothing that lies in the past
   * ("the report from two weeks ago") unless it is said to be due then.
   */
  isTask?: boolean;
};

/** What was found before at the same moment: a message is looked at by many readers in turn. */
const known = new WeakMap<Today, Map<string, When>>();
const mostKnown = 500;

/** Finds when something is due, and how it repeats, inside a sentence. `rest` is the sentence without it. */
export function findWhen(text: string, today: Today, options: WhenOptions = {}): When {
  const { hidden = [], isTask = false } = options;
  const key = `${isTask}${hidden.map(({ start, end }) => `${start}-${end}`).join()} ${text}`;
  const before = known.get(today) ?? new Map<string, When>();
  const found = before.get(key) ?? read(text, today, options);
  if (before.size < mostKnown) before.set(key, found);
  known.set(today, before);
  return { ...found, spans: found.spans.map(([start, end]): Span => [start, end]) };
}

function read(text: string, today: Today, { hidden = [], isTask = false }: WhenOptions): When {
  const here: Here = { today, ...wallOf(today.now, today.timeZone) };
  const { text: lower, typed } = corrected(blanked(masked(text), hidden));
  const found = scan(lower, here, { lists: isTask });
  const pieces = isTask ? ahead(found, lower) : found;
  const isRepeated = pieces.some(({ kind }) => kind === "repeat");
  const chosen = choose(isRepeated ? pieces : pieces.map((piece) => resolved(piece, here)), lower);
  const due = firstDue(chosen, habitOf(lower), here);
  if (!due && !chosen.rule)
    return { due: null, recurrence: null, rest: without(text, []), spans: [], hasDay: false, isBareHour: false };
  const used = chosen.used.map(({ start, end }) => leadIn(lower, start, end));
  const spans = withCopula(bridged(used, lower), lower).map(([start, end]): Span => [typed(start), typed(end)]);
  return {
    due,
    recurrence: chosen.rule && ruleText(chosen.rule),
    rest: without(text, spans),
    spans,
    hasDay: Boolean(chosen.day || chosen.moment || chosen.part?.date || chosen.rule),
    isBareHour: Boolean(chosen.time?.clock.isAmbiguous && !chosen.part && !chosen.rulePart),
  };
}

/** Without what is past, and the times that belong to it ("last friday | at 5"). */
function ahead(pieces: Piece[], lower: string) {
  const gone = pieces.filter((piece) => isPast(piece) && !isStated(lower, piece));
  const isNear = (piece: Piece) =>
    (piece.kind === "time" || piece.kind === "part") &&
    gone.some(({ start, end }) =>
      /^ ?(?:at |in the |around )?$/.test(lower.slice(Math.min(end, piece.end), Math.max(start, piece.start))),
    );
  return pieces.filter((piece) => !gone.includes(piece) && !isNear(piece));
}

const isPast = (piece: Piece) => "isPast" in piece && piece.isPast === true;

const isStated = (lower: string, piece: Piece) =>
  /\b(?:due|deadline|overdue|supposed to be)(?: date)?(?: is| was| since| of| for| on| by| from|:)*\s*(?:the )?$/.test(
    lower.slice(0, piece.start),
  );

/** Without a repetition "the last friday" is a day. */
function resolved(piece: Piece, here: Here): Piece {
  if (piece.kind !== "nthWeekday") return piece;
  const date = nextNthWeekday(piece.nth, piece.weekday, here);
  return date ? { kind: "day", date, start: piece.start, end: piece.end } : piece;
}

/** "monday, wednesday and friday" is one stretch. */
function bridged(spans: Span[], lower: string) {
  const result: Span[] = [];
  for (const [start, end] of spans) {
    const last = result.at(-1);
    if (last && /^(?:\s|,|and|&|or)*$/.test(lower.slice(last[1], start))) last[1] = Math.max(end, last[1]);
    else result.push([start, end]);
  }
  return result;
}
