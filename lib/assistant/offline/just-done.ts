import { type Discourse, lastOf } from "./discourse";
import { redone, wrongOne } from "./follow-up";
import { type Ready, ready, say } from "./ready";
import { withoutChatter } from "./short-answer";
import { deedNames } from "./undo";

const hesitation = "(?:(?:no+|nope|wait|hang on|hold on|oh|ah|hm+|actually|sorry|please|stop|oops)[\\s,.!]+)*";
const pronoun = "(?:it|them|that|those|these|everything)";
const end = "(?: (?:please|then|after all|sorry|thanks))*[\\s.!]*$";

/** "wait no, keep it", "leave them as they were" */
const kept = new RegExp(
  `^${hesitation}(?:i'?(?:ll|d) |let'?s |i want to |we |i )?(?:keep|leave) ${pronoun}(?: (?:alone|be|there|on(?: (?:the|my) list)?|(?:just )?(?:as|how|where|the way) (?:it|they) (?:is|are|was|were)))?${end}`,
  "i",
);
/** "no", "don't", "please don't delete it": too late, when it is done. */
const refused = new RegExp(
  `^${hesitation}(?:no+|nope|nah|don'?t|do not|stop|refuse|reject|deny)(?: (?:do|delete|remove|complete|move|change|add|touch) ${pronoun})?${end}`,
  "i",
);
const back = new RegExp(
  `^${hesitation}(?:put|bring|add|take|get|have) ${pronoun} back(?: (?:on|in|again|there))?${end}`,
  "i",
);

/** An approval that comes after the deed. */
const confirmed =
  /^(?:yes(?:,? (?:please|do it))?|approved?(?: it| them)?|confirm(?:ed)?|go ahead|do it|proceed)[\s.!]*$/i;
const wrong = new RegExp(
  `^${hesitation}(?:(?:i )?(?:meant |said )?not (?:that|this)(?: (?:one|task))?|(?:that'?s |that is |it'?s )?(?:the )?wrong (?:one|task))${end}`,
  "i",
);

/** What a few words say of something that was done a moment ago; null when they say something else. */
export function ofWhatWasDone(said: string, discourse: Discourse): Ready[] | null {
  if (discourse.idle > 0 || discourse.pending) return null;
  const plain = withoutChatter(said);
  if (discourse.undone.length > 0 && (kept.test(plain) || back.test(plain))) return redone({ do: "redo" }, discourse);
  const last = lastOf(discourse);
  if (!last) return null;
  if (wrong.test(said.trim())) return wrongOne(last);
  if (kept.test(plain)) return last.command?.do === "create" ? null : [ready({ do: "undo" })];
  if (confirmed.test(plain) && discourse.decided === null) return [say(`That is done: ${deedNames(last)}.`)];
  if (!refused.test(plain)) return null;
  return [say(`That is done already: ${deedNames(last)}. Say “undo” to take it back.`)];
}
