import type { Firmness, Piece } from "./piece";
import { anyOwner, beginsTask, counted, eventNext, firmBefore, ownedBefore, roomAfter } from "./room-words";

/** A piece as it was found, before it is known whether a date can stand there. */
export type Found = Piece & { firmness: Firmness };

const joints = "at|on|in|the|of|for|from|around|about|@|by|starting|to|until|till|and|through|between|-";
const gapInside = new RegExp(`^[\\s,(–-]*(?:(?:${joints}) ?)*$`);
const gapOfRange = /^\s*(?:-|–|—|to|and|until|till|or|through)\s*$/;

/** The pieces that stand where a date can stand. */
export function withRoom(found: Found[], lower: string): Found[] {
  const kept = new Set<Found>();
  // From the right: a name of a day may lean on what follows it only if that is a date.
  for (let i = found.length - 1; i >= 0; i--) {
    const piece = found[i];
    if (!piece || piece.firmness === "beside") continue;
    if (piece.firmness === "firm" ? !isTitled(lower, piece) : hasRoom(lower, found, i, kept)) kept.add(piece);
  }
  // What counts beside a piece counts for the next one too: "tomorrow 3 - 4".
  for (let isMore = true; isMore; ) {
    isMore = false;
    found.forEach((piece, i) => {
      if (piece.firmness !== "beside" || kept.has(piece) || !isBeside(lower, found, i, kept)) return;
      kept.add(piece);
      isMore = true;
    });
  }
  return found.filter((piece) => kept.has(piece));
}

/** The words around a piece; what stands further away decides nothing, and a long text is not searched again and again. */
function around(lower: string, { start, end }: Piece) {
  const left = lower.slice(Math.max(0, start - 40), start);
  return { left, right: lower.slice(end, end + 40), isFirst: start <= 40 && /^[^\p{L}\p{N}]*$/u.test(left) };
}

const gap = (lower: string, first: Piece | undefined, second: Piece | undefined) =>
  first && second && second.start - first.end < 20 ? lower.slice(first.end, second.start) : null;

/** "the 10 o'clock news", "the 5:30 train": a time that tells which of several things. */
function isTitled(lower: string, piece: Piece) {
  const { left, right } = around(lower, piece);
  if ((piece.kind !== "time" && piece.kind !== "repeat") || !/(?:^|[^\p{L}])the\s+$/u.test(left)) return false;
  return /^\s+[\p{L}]/u.test(right) && !roomAfter.test(right);
}

function isBeside(lower: string, found: Found[], i: number, kept: Set<Found>) {
  const piece = found[i];
  if (!piece) return false;
  const { left, right, isFirst } = around(lower, piece);
  if (counted.test(left)) return false;
  const text = lower.slice(piece.start, piece.end);
  const isBare = piece.kind === "time" && /^(?:\d{1,2}|[a-z]+)$/.test(text);
  const [before, after] = [found[i - 1], found[i + 1]];
  if (!before && !after && isFirst && /^\W*$/.test(right)) return !isBare && /[a-z.]/.test(text);
  const gapBefore = before && kept.has(before) ? gap(lower, before, piece) : null;
  const gapAfter = after && kept.has(after) ? gap(lower, piece, after) : null;
  if (after?.kind === "time" && gapAfter !== null && gapOfRange.test(gapAfter)) return true;
  if (before?.kind === "time" && gapBefore !== null && gapOfRange.test(gapBefore))
    return roomAfter.test(right) || (gapAfter !== null && gapInside.test(gapAfter));
  if (isFourFigures(text, right) && isFirst && found.some((other) => other.kind === "day" && kept.has(other)))
    return true;
  if (gapBefore !== null && before?.kind !== "time" && gapInside.test(gapBefore))
    return isFourFigures(text, right) || roomAfter.test(right) || leansOn(lower, found, i, kept);
  if (gapAfter === null || !gapInside.test(gapAfter) || after?.kind === "time") return false;
  if (
    before?.kind === "time" &&
    gapOfRange.test(gap(lower, before, piece) ?? "x") &&
    !counted.test(around(lower, before).left)
  )
    return true;
  // "buy 2 tomorrow": a bare number before a day is a time only where a part of the day makes it one.
  return !isBare || /^\s*(?:at )?$/.test(left) || after?.kind === "part";
}

/** "quarterly VAT return, starting 7 april" */
const startsLater = /\b(?:starting|beginning|commencing)\b/;

/** Does the word belong to a thing ("Sunday roast", "the 5th floor")? */
function hasRoom(lower: string, found: Found[], i: number, kept: Set<Found>): boolean {
  const piece = found[i];
  if (!piece) return false;
  const { left, right, isFirst } = around(lower, piece);
  if (counted.test(left) && /^(?:the )?\d/.test(lower.slice(piece.start, piece.start + 5))) return false;
  const before = found[i - 1];
  const follows = before !== undefined && gapInside.test(gap(lower, before, piece) ?? "x");
  // "a friday lunch", "add noon drinks"; a "night shift" is of a kind.
  const isNamed =
    (piece.kind === "repeat" || (piece.kind === "day" && piece.weekday !== undefined)) &&
    (anyOwner.test(left) || isFirst);
  if (eventNext.test(right) && (isNamed || piece.kind === "time" || follows)) return true;
  if (ownedBefore.test(left) && !follows) return false;
  if (roomAfter.test(right)) return true;
  if (piece.kind === "repeat" && startsLater.test(lower.slice(piece.end, piece.end + 120))) return true;
  if (leansOn(lower, found, i, kept)) return true;
  if (before && follows && before.kind !== "time" && carries(lower, found, i - 1)) return true;
  if (isFirst || /[,;:.\n]\s*$/.test(left)) return beginsTask(right, /^\s+([\p{L}-]+)/u.exec(right)?.[1] ?? "");
  return piece.kind === "day" && piece.weekday !== undefined && firmBefore.test(left);
}

/** Is what follows at once a date itself, or a number that belongs to one ("thursday | 3-4pm")? */
function leansOn(lower: string, found: Found[], i: number, kept: Set<Found>): boolean {
  const [piece, after] = [found[i], found[i + 1]];
  if (!piece || !after || !gapInside.test(gap(lower, piece, after) ?? "x")) return false;
  if (piece.kind === "time" && after.kind === "time" && !gapOfRange.test(lower.slice(piece.end, after.start)))
    return false;
  if (kept.has(after)) return true;
  if (after.firmness !== "beside") return false;
  const { right } = around(lower, after);
  return (
    roomAfter.test(right) ||
    isFourFigures(lower.slice(after.start, after.end), right) ||
    leansOn(lower, found, i + 1, kept)
  );
}

/** "sat 1930 ward 4", "1430 handover … today": four figures are a time even where something follows at once. */
const isFourFigures = (text: string, right: string) =>
  /^(?:[01]\d|2[0-3])[0-5][05]$/.test(text) && !/^\s+(?:\p{L}+s\b|calories|steps)/u.test(right);

/** "friday | morning laundry" at the beginning or after a preposition; in "watch Friday | Night Lights" neither part is firm. */
function carries(lower: string, found: Found[], i: number): boolean {
  const piece = found[i];
  if (!piece || piece.firmness === "firm") return piece !== undefined;
  const { left, isFirst } = around(lower, piece);
  return isFirst || firmBefore.test(left) || /[,;:.\n]\s*$/.test(left);
}
