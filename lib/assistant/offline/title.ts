import { destination } from "@/lib/words/english/containers";
import { taskNoun } from "@/lib/words/english/requests";
import { readTask, type TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";

/** The words of a new task, without what led to them. */
export function taskFrom(text: string, today: Today): TaskWords {
  const words = readTask(text.trim(), today);
  return { ...words, title: withoutDangling(tidyTitle(words.title), words) };
}

/** What a date that was taken out leaves hanging: "pay the rent by". */
const dangling =
  /(?:\s+(?:for|on|at|by|due|and|is|it'?s|needs? to be(?: done| in)?|until|from|before|to|that|starting|in the|this|will be|it will be|which is|around|as|so|or|on or|,))+$/i;

export const withoutDangling = (title: string, { spans }: TaskWords) =>
  spans.some(({ kind }) => kind === "when") ? title.replace(dangling, "").replace(/[\s,;:.–-]+$/, "") : title;

/** "because I'm out of it": why, which is no part of the task. */
const reason =
  /(?:\s*,)?\s+(?:because|be?cause|'?cause|cuz|cos|coz|bc|since|as)\s+(?:i|we|my|it|they|he|she|there|the|our|it'?s|i'?m|we'?re|i'?ve)\b.*$/isu;
const shortage =
  /(?:\s*,)?\s+(?:(?:i|we)(?:'?m|'?re| am| are|'?ve| have)? (?:(?:all|nearly|almost|completely|running|run|ran) )*(?:out|low)\b|(?:i|we) (?:need|want|forgot|ran out)\b|it'?s (?:all )?(?:gone|empty)).*$/isu;
export const isReason = (text: string) =>
  reason.test(` ${text.trim()}`) ||
  shortage.test(` ${text.trim()}`) ||
  /^[\s,.]*(?:please|thanks|for me|too|as well|again|now|pls|ok)*[\s.!]*$/i.test(text);

const leadIn = new RegExp(
  `^(?:(?:to|that|about|of|for|called|named|titled|and|then|please|also|as|is|it'?s|there'?s|there is)\\s+(?=\\S)|(?:this|these|the following)\\s*:\\s*|[,:–—-]\\s*|(?:i|we)(?:'ve)? (?:need|have|want|should|must|got|gotta)(?: got)?(?: to)? |that i (?:need|have) to |${taskNoun}:\\s*)`,
  "i",
);

export function tidyTitle(title: string): string {
  let result = title.trim();
  for (let last = ""; last !== result; ) {
    last = result;
    result = result.replace(leadIn, "").trim();
  }
  return result
    .replace(new RegExp(`${destination}$`, "iu"), "")
    .replace(/\s+(?:please|pls|thanks)$/i, "")
    .replace(reason, "")
    .replace(shortage, "")
    .replace(/[\s,;:.]+$/, "")
    .replace(/^(["'])(.*)\1$/s, "$2")
    .trim();
}
