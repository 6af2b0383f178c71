import { numberOf } from "@/lib/words/english/dates";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { readTarget } from "./read-target";

/** What may stand before an undo: "wait no", "oh dear sorry, wrong one". */
const alarm =
  "(?:(?:wait|no+|nope|oops+|whoops|oh|dear|ah|shit|fuck|damn(?: it)?|bugger|crap|god|gosh|argh+|ugh+|hang on|hold on|stop|sorry|actually|hmm*|ok(?:ay)?|my (?:bad|mistake)|wrong(?: (?:one|task|thing|button))?|not (?:that|this|that one)|that'?s (?:wrong|not right|not true|not what i (?:meant|wanted|said|asked(?: for)?))|thats (?:wrong|not right|not true)|(?:i )?(?:made|have made) (?:a |an )?(?:mistake|error)|i (?:didn'?t|did not) mean (?:that|it|to(?: do (?:that|it))?)|i (?:shouldn'?t|should not) have (?:done|cleared|deleted|removed|changed|said) (?:that|it|them)|so|then|please|and|can (?:you|i)|could (?:you|i)|just|again|lol|what the|did i|it was)[\\s,.!;:–-]+)*";
const change =
  "(?:change|action|step|edit|thing|one|update|task|command|request|deletion|move|entry|process|operation|bit)s?";
const number = "(?<n>two|three|four|five|six|\\d)";
const end =
  "(?:[\\s,]+(?:please|pls|plz|thanks|again|now|then|quick(?:ly)?|back|sorry|for me|was a mistake|i still need (?:it|that|them)))*[\\s.!?]*$";

const undos: RegExp[] = [
  new RegExp(
    `^${alarm}(?:undo|un-do|revert|roll ?back|reverse|take back|cancel|rescind)(?: (?:that|it|this|last|please|both|all|of|my|your|the|these|those|them|just|(?:very )?(?:last|previous|latest|recent)|${number}|${change}|the one before(?: (?:that|it))?|too|as well|what (?:you|i|we) (?:just )?(?:did|changed|deleted|removed|added|said)|(?:you|i) (?:just )?(?:did|made)|everything(?: (?:you|i|we) (?:just )?(?:did|changed))?))*${end}`,
    "i",
  ),
  new RegExp(
    `^${alarm}(?:take|put|get|turn|change|have|bring|move|set|switch|return)(?: (?:that|it|this|them|those|everything|(?:them|it) all|all(?: of (?:it|them|that))?|things|the last (?:one|${number}(?: ${change})?)|that last one))? (?:back(?: again)?(?: (?:to )?(?:the way|how|as|what|where) (?:it|they|things) (?:was|were)(?: before)?| in)?|(?:to )?(?:the way|how|what) (?:it|they|things) (?:was|were)(?: before)?)${end}`,
    "i",
  ),
  new RegExp(
    `^${alarm}(?:go back(?: one)?|step back|back(?: one| up)?|scratch that|strike that|reset that|ctrl[ +-]?z|cmd[ +-]?z|undo)${end}`,
    "i",
  ),
  /^(?:.{0,40}[\s,.!]+)?(?:undo[\s,.!]*){2,}$|^(?:please )?undo (?:the )?(?:delete|deletion|deleting|removal|completion|complete|add|edit|move|rename|change)[\s.!]*$/i,
  /^(?:no,? )?(?:that|this|it) was (?:a mistake|wrong|an accident|not what i (?:meant|wanted)|by (?:mistake|accident))(?:,? (?:undo|revert|change) (?:it|that))?[\s.!]*$/i,
  /^(?:sorry,? |oops,? |no,? )*(?:i )?(?:didn'?t|did not) mean (?:to do )?(?:that|it|to)(?: \w+ (?:it|that))?[\s.!]*$/i,
  /^(?:is there (?:any |a )?way to |how (?:do|can) i |can i |could i )(?:get back|undo|recover|restore|take back|revert) (?:what|the last|that|it|my last)\b.*$/i,
  /^.{0,50}?\b(?:restore|bring back|put back|recover) what (?:you|i|we) (?:just )?(?:cleared|deleted|removed|did|threw out)[\s.!]*$/i,
  new RegExp(`^${alarm}(?:roll|turn|wind) (?:it|that|this|things) back${end}`, "i"),
  new RegExp(`^(?:.{0,40}[,.] )?reverse (?:it|that|this)${end}`, "i"),
  /^.{0,60}?\b(?:can|could|may) i (?:please )?(?:have|get) (?:it|that|them) back[\s.?!]*$/i,
  /^(?:please )?return (?:it |that |everything )?(?:to )?how it was(?: before)?[\s.!]*$/i,
];

const many = new RegExp(`\\b${number}\\b`, "i");

/** "undo", in one of the many ways in which people take something back. */
export function readUndo(text: string): Command | null {
  const plain = text.trim();
  // "cancel" alone is an answer, and of a task it is a deletion.
  if (
    /^(?:cancel|reverse)\b/i.test(plain) &&
    !/^(?:cancel|reverse) (?:(?:that|the|my|your) )?(?:last|previous|latest|what)\b/i.test(plain)
  )
    return null;
  if (!undos.some((pattern) => pattern.test(plain))) return null;
  if (/\b(?:everything|all)\b/i.test(plain)) return { do: "undo", count: "all" };
  if (/\bboth\b/i.test(plain)) return { do: "undo", count: 2 };
  const said = many.exec(plain)?.groups?.n?.toLowerCase();
  const count = said ? numberOf(said) : null;
  return count ? { do: "undo", count } : { do: "undo" };
}

const redo =
  /^(?:(?:wait|no|hmm+|ok|actually|oh|sorry)[\s,.!]+)*(?:redo(?: (?:that|it|them|both|everything|all(?: of (?:it|them))?|the last (?:one|change|(?<n>two|three|four|five|\d)(?: changes)?)))?|re-?apply (?:that|it)|undo (?:the|that|your) undo|(?:actually )?do (?:it|that) after all|(?:actually )?(?:keep|leave) the change)[\s.!]*$/i;
export function readRedo(text: string): Command | null {
  const said = redo.exec(text.trim());
  if (!said) return null;
  const n = said.groups?.n ?? (/\bboth\b/i.test(text) ? "two" : null);
  if (/\b(?:everything|all|them)\b/i.test(text.replace(/\bafter all\b/i, ""))) return { do: "redo", count: "all" };
  return { do: "redo", ...(n && { count: numberOf(n.toLowerCase()) ?? 1 }) };
}

const recall =
  /^(?:(?:so|wait|and|ok|sorry|hang on)[\s,]+)*(?:what (?:was|is|'s)? ?(?:the )?(?:very )?last (?:thing|change|action|one)(?: that)? (?:you|we|i) (?:just )?(?:did|made|changed)|(?:what|which (?:ones?|tasks?)) (?:did|have|'ve) you (?:just )?(?:do|done|change[d]?|add(?:ed)?|delete[d]?|remove[d]?|move[d]?|complete[d]?|mark(?:ed)?|update[d]?)(?: (?:just now|so far|just|there|then|today|exactly))*|what (?:just )?(?:happened|changed)(?: just now)?|what was that(?: last change)?)[\s.?!]*$/i;
export const readRecall = (text: string): Command | null => (recall.test(text.trim()) ? { do: "recall" } : null);

const bin = "(?:(?:bin|trash|recycle bin|wastebasket)(?: bin)?|deleted (?:items|tasks))";
const restores: RegExp[] = [
  new RegExp(
    `^(?:restore|un[- ]?delete|recover|return(?= (?:the|that) (?:item|task|one|thing)\\b)|resurrect|reinstate|retrieve|salvage|revive|unremove|un-remove)\\s+(?<target>.+?)(?: (?:from|out of) (?:the |my )?${bin})?[\\s.!]*$`,
    "i",
  ),
  new RegExp(
    `^(?:bring|get|put|take|add|move|pull|have|want|fetch) (?<target>.+?) (?:back(?: again)?(?: (?:from|out of|to|on|onto|into|in) .*)?|(?:from|out of) (?:the |my )?${bin}(?: .*)?)[\\s.!?]*$`,
    "i",
  ),
  /^(?:bring|get|put|add|want|need) back (?<target>.+?)[\s.!?]*$/i,
  /^(?:i|we) (?:still |actually )*(?:want|need) (?<target>.+?) back(?: (?:on|in|to) .*)?[\s.!]*$/i,
  /^(?:undo|reverse|cancel) (?:the |that )?(?:deletion|delete|deleting|removal|removing)(?: of)? (?<target>.+?)[\s.!]*$/i,
];

/** What was deleted, wanted again. "put it back in the fridge" has a place of its own. */
export function readRestore(text: string, today: Today): Command | null {
  for (const pattern of restores) {
    const said = pattern.exec(text)?.groups?.target;
    const target = said && readTarget(said, today);
    if (target) return { do: "restore", target };
  }
  return null;
}
