import { type Deed, type Discourse, lastOf } from "./discourse";
import { redone, wrongOne } from "./follow-up";
import { type Ready, ready, say } from "./ready";
import { isApproval, isRejection, withoutChatter } from "./short-answer";
import { deedNames } from "./undo";

const hesitation = "(?:(?:no+|nope|wait|hang on|hold on|oh|ah|hm+|actually|sorry|please|stop|oops)[\\s,.!]+)*";
const pronoun = "(?:it|them|that|those|these|everything)";
const end = "(?: (?:please|then|after all|sorry|thanks))*[\\s.!]*$";

/** "wait no, keep it", "leave them as they were" */
const kept = new RegExp(
  `^${hesitation}(?:i'?(?:ll|d) |let'?s |i want to |we |i )?(?:keep|leave) ${pronoun}(?: (?:alone|be|there|(?:just )?(?:like )?that(?: way)?|on(?: (?:the|my) list)?|(?:just )?(?:as|how|where|the way) (?:it|they) (?:is|are|was|were)))?${end}`,
  "i",
);
/** Words that want back what was: "no, leave it", "leave it as it was". Without them "leave it there" is content with what was done. */
const takesBack = /^(?:[\p{L}']+[\s,.!]+)?(?:no+|nope|nah|don'?t|stop|oops)\b|\b(?:was|were)[\s.!]*$/iu;
/** "no", "don't", "please don't delete it": too late, when it is done. */
const refused = new RegExp(
  `^${hesitation}(?:no+|nope|nah|don'?t|do not|stop)(?: (?:do|delete|remove|complete|move|change|add|touch) ${pronoun})?${end}`,
  "i",
);
const back = new RegExp(
  `^${hesitation}(?:put|bring|add|take|get|have) ${pronoun} back(?: (?:on|in|again|there))?${end}`,
  "i",
);

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
  if (kept.test(plain)) return keptAfter(last, said);
  if (cancelled.test(plain)) return cancelledAfter(last);
  if (isApproval(plain) && discourse.decided === null) return [say(`That is done: ${deedNames(last)}.`)];
  if (!refused.test(plain) && !isRejection(plain)) return null;
  return [say(`That is done already: ${deedNames(last)}. Say “undo” to take it back.`)];
}

/** To keep what was deleted takes the deletion back; to leave what was moved there does nothing. */
function keptAfter(last: Deed, said: string): Ready[] | null {
  if (last.command?.do === "create") return null;
  const isBack = last.command?.do === "delete" || takesBack.test(said.trim());
  return [isBack ? ready({ do: "undo" }) : say("All right, it stays like that.")];
}

/** "cancel that" may speak of the change or of the task: of what was just added they are the same. */
const cancelled = new RegExp(`^${hesitation}(?:cancel|scrap|scratch) (?:that|this|it)${end}`, "i");

function cancelledAfter(last: Deed): Ready[] {
  if (last.command?.do === "create") return [ready({ do: "undo" })];
  return [
    say(`The last thing I did was ${deedNames(last)}. Shall I take that back?`, {
      kind: "confirm",
      commands: [{ do: "undo", count: 1 }],
    }),
  ];
}
