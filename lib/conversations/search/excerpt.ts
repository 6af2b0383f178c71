import type { Piece } from "@/lib/conversations/schema";
import { type Range, rangesOf, type Wanted } from "@/lib/wanted";

const longest = 140;
const before = 36;

/** What of Markdown would only be in the way: stars, code marks, and the backslash before a sign. */
const unmarked = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])|\*\*|`/g, "$1");

/**
 * A short text around the first word that is looked for, in pieces of which some are what was found: never HTML. What a person
 * wrote is no Markdown, and stays as it is.
 */
export function excerptOf(content: string, wanted: readonly Wanted[], isMarkdown: boolean): Piece[] {
  const text = (isMarkdown ? unmarked(content) : content).replace(/\s+/g, " ").trim();
  const ranges = rangesOf(text, wanted);
  const start = startBefore(text, ranges[0]?.from ?? 0);
  const end = endAfter(text, start + longest);
  const shown = ranges.filter(({ to }) => to <= end).map(({ from, to }) => ({ from: from - start, to: to - start }));
  const pieces = piecesOf(text.slice(start, end), shown);
  return [
    ...(start > 0 ? [{ text: "…", hit: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: "…", hit: false }] : []),
  ];
}

/** A title is shown whole. A part of a word, which only titles are searched for, is marked where it stands. */
export function markedTitle(title: string, wanted: readonly Wanted[], text: string): Piece[] {
  const ranges = rangesOf(title, wanted);
  const at = title.toLowerCase().indexOf(text.toLowerCase());
  const asTyped = at < 0 || text === "" ? [] : [{ from: at, to: at + text.length }];
  return piecesOf(title, ranges.length > 0 ? ranges : asTyped);
}

function startBefore(text: string, hit: number): number {
  if (hit <= before) return 0;
  const space = text.indexOf(" ", hit - before);
  return space >= 0 && space < hit ? space + 1 : wholeCharacter(text, hit - before);
}

function endAfter(text: string, limit: number): number {
  if (limit >= text.length) return text.length;
  const space = text.lastIndexOf(" ", limit);
  return space > limit - 30 ? space : wholeCharacter(text, limit);
}

/** Not between the two halves of an emoji. */
const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    pieces.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), hit: false });
  return pieces.filter((piece) => piece.text !== "");
}
