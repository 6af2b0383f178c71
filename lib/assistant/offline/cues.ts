import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { patchOf } from "./patch";
import { readTarget } from "./read-target";
import { topicOf } from "./topic";

/**
 * Where no frame fits a sentence, single words still show what it is about: "Nah, scrap the footy training, knee's gone". Each cue is
 * strong enough by itself. What it leads to is found by title, or asked for; nothing new is made of it.
 */
type Cue = { is: "undo" | "delete" | "complete" | "reopen" | "update"; pattern: RegExp };

const it = "(?:it|that|this|them|those|these|that one|everything|things)";

const cues: Cue[] = [
  {
    is: "undo",
    pattern: new RegExp(
      `\\bundo\\b(?=$|[\\s,.!]*(?:$|that|it|this|the (?:last|previous|change)|last|my (?:last|change)|please|pls|everything|what|both|all|these|those|them|now|undo))|\\bundo (?:delete|that)|\\b(?:put|bring|get|have|turn|change|want|need) ${it} (?:all )?back\\b|\\bback (?:to|how|the way) (?:it|they|things|before|what|how)\\b|\\bmis-?click|\\btake (?:it|that) back\\b|\\bscratch that\\b|\\bun-?add\\b|\\breinstate\\b|\\bdid(?:n'?t| not) (?:want|mean) ${it} (?:gone|deleted|removed|changed|to)|\\b(?:hit|pressed|clicked|tapped|ticked|picked|chose) (?:the )?wrong\\b|\\b(?:scrub|reverse|revert|take back|rewind) (?:that|the|my) (?:last|previous|change)|\\bput the .+ back on\\b|^(?:no )+back to before\\b`,
      "iu",
    ),
  },
  {
    is: "reopen",
    pattern:
      /\b(?:not|n't|never) (?:actually |really )?(?:done|finished|completed) (?:yet|after all)\b|\b(?:reopen|untick|uncheck|un-tick|un-check)\b/iu,
  },
  {
    is: "update",
    pattern:
      /\b(?:instead|rather than|amend(?:ed)?|prepone|postpone\w*|re-?schedul\w*|pushed (?:to|back|out)|put (?:off|back|forward) (?:to|till|until)|put (?:the |my )?.+ (?:off|back) (?:to|till|until|a|by|an?)|(?:been|got|has|was|is|be|just) (?:\w+ )?(?:moved|changed|shifted|pushed|switched|brought forward|delayed|put back)|now (?:at|on|due|in)|no longer (?:at|on)|(?:is|it'?s|are) now|leave (?:that|it|this|the .+?) (?:till|until)|should be the|make it|change it|change to|corrections?\b.*|not (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|\bnow[,.\s]*$/iu,
  },
  {
    is: "delete",
    pattern:
      /\b(?:scrap|nix|ditch|delete|remove|(?:bin|axe|chuck)(?= (?:the|my|that|it|this|those|them|all|every\w+|any\w+)\b)|erase|get rid|rub out|drop(?!.*\boff\b))\b|\b(?:take|get|knock|rub|strike|cross|put) (?:the |my |that |this )?.{1,50}? off\b|\boff (?:the|my) (?:list|calendar|diary|schedule)\b|\b(?:not|n'?t be|no longer|isn'?t|aren'?t) (?:needed|necessary|required|happening|going ahead)\b|\bno (?:need|point)\b|\b(?:can|should|could) (?:stop|go|come off)\b(?! (?:to|home|and))|\bnot (?:doing|going to do|bothering)\b|\b(?:don'?t|do not|didn'?t) (?:want|need)\b|\bforget (?:the|about|it)\b|\b(?:was|got|is|been|it'?s) (?:cancell?ed|called off|scrapped)\b|\brelease the hold\b|\bstart (?:my|the) .*\b(?:over|again|from scratch)\b/iu,
  },
  {
    is: "complete",
    pattern:
      /\b(?:did|done|finished|completed|sorted|ticked|nailed|smashed|crushed) (?:it|that|this|them|those)\b|\b(?:is|are|'s|'re|been|got|now|already|all|finally) (?:\p{L}+ )?(?:done|finished|complete|completed|sorted|paid|passed|served|sent|written|cleaned|painted|fixed|booked|ordered|bought|washed|filed|submitted|signed|collected|delivered|posted|renewed|picked up|dropped off|changed|clean|ready)\b|\bseen to\b|\b(?:check ?mark|tick) (?:next to|on|beside|against)\b|\b(?:consider|count) (?:it|that|the .+) \p{L}+ed\b|\bcan be (?:ticked|checked|crossed|hooked) off\b|\bone (?:thing )?less\b|^(?:close|closed|done|finished|completed?)\b ?[:–-]|\bdone\b[\s.!]*$/iu,
  },
];

/** "nooo why did i do that, undo undo" */
export const isUndoing = (text: string) =>
  text.split(/\s+/).length <= 18 &&
  !orders.test(text) &&
  !questionLike.test(text) &&
  (cues[0]?.pattern.test(unquoted(text)) ?? false);

/** A verb that has the rest of the sentence for its object. */
const orders =
  /^(?:add|create|delete|remove|remind|mark|rename|move|find|show|put (?!(?:it|that|this|them|everything|things|the)\b)|make|note|buy|schedule)\b/i;
const unquoted = (text: string) => text.replace(/"[^"]*"|(?<![\p{L}])'[^']*'(?![\p{L}])/gu, " ");

const questionLike =
  /^(?:what|when|where|who|which|how|why|is|are|do|does|did|can|could|should|will|would|any)\b|\?\s*$/i;

/** The command that a cue word in the text amounts to; null when there is none, or when it may as well be told of anything. */
export function readByCues(text: string, today: Today): Command | null {
  if (questionLike.test(text)) return null;
  const cue = cues.find(({ is, pattern }) => pattern.test(text) && (is !== "update" || hasWhen(text, today)));
  if (!cue) return null;
  if (cue.is === "undo") return { do: "undo" };
  const words = topicOf(text.replace(cue.pattern, " ")) || text;
  const target = readTarget(words, today);
  if (!target || (target.kind === "bulk" && cue.is === "delete")) return null;
  if (cue.is === "delete") return { do: "delete", target };
  if (cue.is !== "update") return { do: "complete", target, completed: cue.is === "complete" };
  const when = findWhen(text, today);
  const named = readTarget(topicOf(when.rest.replace(cue.pattern, " ")) || when.rest, today);
  return named && { do: "update", target: named, patch: patchOf(when) };
}

function hasWhen(text: string, today: Today) {
  const { due, recurrence } = findWhen(text, today);
  return due !== null || recurrence !== null;
}
