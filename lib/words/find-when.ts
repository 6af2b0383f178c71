import { choose } from "./choose";
import { firstDue, nextNthWeekday } from "./first-due";
import type { Here, Piece } from "./piece";
import { ruleText } from "./rule";
import { masked, scan } from "./scan";
import type { Due, Today } from "./today";
import { wallOf } from "./zone";

/** `hasDay`: a day was named, not only a time. */
export type When = {
  due: Due | null;
  recurrence: string | null;
  rest: string;
  spans: [number, number][];
  hasDay: boolean;
};

/** Finds when something is due, and how it repeats, inside a sentence. `rest` is the sentence without it. */
export function findWhen(text: string, today: Today): When {
  const here: Here = { today, ...wallOf(today.now, today.timeZone) };
  const lower = masked(text);
  const pieces = scan(text, here);
  const isRepeated = pieces.some(({ kind }) => kind === "repeat");
  const chosen = choose(isRepeated ? pieces : pieces.map((piece) => resolved(piece, here)), lower);
  const due = firstDue(chosen, here);
  if (!due && !chosen.rule) return { due: null, recurrence: null, rest: tidy(text), spans: [], hasDay: false };
  const hasDay = Boolean(chosen.day || chosen.moment || chosen.part?.date || chosen.rule);
  const spans = bridged(
    chosen.used.map(({ start, end }) => withLead(lower, start, end)),
    lower,
  );
  return { due, recurrence: chosen.rule && ruleText(chosen.rule), rest: without(text, spans), spans, hasDay };
}

/** Without a repetition "the last friday" is a day. */
function resolved(piece: Piece, here: Here): Piece {
  if (piece.kind !== "nthWeekday") return piece;
  const date = nextNthWeekday(piece.nth, piece.weekday, here);
  return date ? { kind: "day", date, start: piece.start, end: piece.end } : piece;
}

const preposition =
  "(?:on|by|before|for|at|around|about|from|until|till|til|through|in|start(?:ing)?|beginning|ending|some ?time|no later than|not later than|within|over|as of|effective|@)";
const deadline =
  "(?:(?:with |and |that'?s |it'?s |which is )?(?:an? |the )?(?:due date|deadline|due)(?: is| of| set)?:? ?)";
const leadBefore = new RegExp(`(?:^|(?<=[\\s,(]))(?:[-–—(] ?)?${deadline}?(?:${preposition} (?:the )?){0,3}@?$`);

/** A date with the words that lead to it, "… | due by | friday", and with its own brackets. */
function withLead(lower: string, start: number, end: number): [number, number] {
  const from = leadBefore.exec(lower.slice(0, start))?.index ?? start;
  return lower[from] === "(" && lower[end] === ")" ? [from, end + 1] : [lower[from] === "(" ? start : from, end];
}

/** "monday, wednesday and friday" is one stretch. */
function bridged(spans: [number, number][], lower: string) {
  const result: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = result.at(-1);
    if (last && /^(?:\s|,|and|&|or)*$/.test(lower.slice(last[1], start))) last[1] = Math.max(end, last[1]);
    else result.push([start, end]);
  }
  return result;
}

function without(text: string, spans: [number, number][]) {
  let rest = "";
  let from = 0;
  for (const [start, end] of spans) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return tidy(rest + text.slice(from));
}

/** Mends what taking words out of a sentence leaves behind. */
function tidy(text: string) {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/\(\s*\)/g, "")
    .replace(/\s+([,;.!?)])/g, "$1")
    .replace(/([,;])(?:\s*[,;])+/g, "$1")
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, "")
    .trim();
}
