import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";

const marker =
  /[\s,.–—-]+(?:no[\s,]+(?:sorry|wait|make (?:it|that)|i mean(?:t)?|actually)?|sorry(?:,? no)?|i mean(?:t)?|or rather|scratch that|make that|wait(?:,? no)?|correction|actually(?: no)?)[\s,.–—:-]+/giu;

/** "delete the dry cleaning, I mean the plumber" */
const otherTask =
  /^(?:(?:ok(?:ay)?|so|well|please|right)[\s,]+)*(?<verb>(?:delete|remove|cancel|move|push|mark|complete|tick off|check off|finish) )(?:the|my) [^,.!?\n]{2,40}?[\s,]+(?:no wait|i mean|i meant|no sorry|sorry|no actually|no)[\s,]+(?<second>(?:the|my) .+)$/i;

/** "delete the dentist, no, delete milk" */
const again =
  /^(?<verb>\p{L}+ )[^,.!?\n]{2,40}?[\s,.]+(?:no+|no wait|wait|sorry|i mean(?:t)?)[\s,.]+\k<verb>(?<second>.+)$/iu;

const preposition = /^(?:at|on|by|for|from|until|till)\b/i;

/** "at six, no sorry, six thirty": whoever speaks takes back a date by saying the next one. The first is left out. */
export function repaired(said: string, today: Today): string {
  const { verb = "", second = "" } = otherTask.exec(said)?.groups ?? again.exec(said)?.groups ?? {};
  const text = second ? `${verb}${second.replace(new RegExp(`^.*\\b${verb}`, "i"), "")}` : said;
  for (const { index, 0: said } of text.matchAll(marker)) {
    if (index < 3) continue;
    const head = text.slice(0, index);
    const tail = text.slice(index + said.length);
    const first = findWhen(head, today).spans.at(-1);
    const second = findWhen(`at ${tail}`, today).spans[0] ?? findWhen(tail, today).spans[0];
    const isLast = first !== undefined && head.slice(first[1]).trim() === "";
    if (isLast && second !== undefined && second[0] <= 3) {
      const lead =
        /^(?:\s*(?:is|are|was|will be|due|at|on|by|for|from|until|till|the)\b)*\s*/i.exec(head.slice(first[0]))?.[0] ??
        "";
      const kept = preposition.test(tail) ? lead.replace(/(?:at|on|by|for|from|until|till|the|\s)+$/i, " ") : lead;
      return repaired(`${head.slice(0, first[0])}${kept}${tail}`, today);
    }
  }
  return text;
}
