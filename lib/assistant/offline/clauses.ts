import { withPairsHidden } from "@/lib/words/english/pairs";
import { commandVerb, nounToo, presentOf } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import { masked } from "@/lib/words/scan";

export const startsCommand = (text: string) =>
  new RegExp(`^(?:please |also |then |can you |could you |you can )*${commandVerb}\\b`, "i").test(text);

const joint =
  /(?:\s*,\s*(?:and then |and also |and |then |also |plus |but |so )?|\s+[–—-]\s+|\s+(?:and then|and also|and|then|also|plus|&|\+|but)\s+)(?=\S)/g;

/** Cuts where a conjunction or a comma is followed by something that begins a command or a remark of its own. */
export function cut(text: string): string[] {
  const lower = withPairsHidden(masked(text));
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: found } of lower.matchAll(joint)) {
    const left = text.slice(from, index);
    const right = text.slice(index + found.length);
    const isCut = /[–—-]/.test(found)
      ? isRemark(right)
      : begins(right, left, pieces.length > 0) || (found.includes(",") && isRemark(right));
    if (!isCut) continue;
    pieces.push(left);
    from = index + found.length;
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** After a comma: why, or what the person thinks of it, and no words of the task. */
const remark =
  /^(?:(?:i|we)(?:'m|'re|'ll|'d| am| are| will| would| can(?:'t|not)?| don'?t| didn'?t| won'?t| hate| love| think| guess| hope| promised| forgot)\b|(?:they|he|she|it|that|there|this)(?:'s|'re|'ll|'d|s| is| are| was| were| has| have| will| won'?t| can| can'?t| rang| called| said| asked)\b|theyre\b|(?:ugh|lol|haha|sigh|sorry|phew|yay|damn)\b|no (?:rush|hurry|worries|point)\b|because\b|since (?:i|we|it|he|she|they)\b|cause (?:i|we|it)|cos\b|coz\b|found (?:some|one|it)\b|nothing urgent|not urgent|please (?:you )?(?:write|note|save) (?:it|that)\b)/i;

/** A remark that asks for nothing: "they rang", not "I need to call mum". */
export const isRemark = (text: string) =>
  remark.test(text) &&
  !/^(?:i|we)(?:'d| would) (?:like|love)\b|\b(?:need|have|want|got) to\b|\bshould\b|\bmust\b/i.test(text);

const pronounObject = /^\S+\s+(?:(?:up|off|out|in|down|back|away|on)\s+)?(?:them|it|him|her|one|some|both)\b/i;
const particle = "(?:up|off|out|in|down|back|away|on|over)";
const leftVerbOnly = new RegExp(
  `(?:^|\\b(?:to|me to|add|task|and|forget to|need to|have to)\\s+)(?<verb>[a-z-]+)(?: ${particle})?$`,
  "i",
);

/** Whether what stands right of a conjunction is a command of its own. */
function begins(right: string, left: string, hasCut: boolean) {
  const plain = right.replace(/^(?:(?:please|also|then|to|so|can you|could you|you can|you could|just) )+/i, "");
  const [word = "", next = ""] = plain.toLowerCase().split(/\s+/);
  if (
    startsCommand(right) &&
    !/^(?:make|check|set|put|find|note|tell|change|move|clear|drop|cross|complete|cancel|take|schedule|search|tick|update|label|list|show|add|bring|mark|edit|create|remove|cancel)$/.test(
      word,
    )
  )
    return next !== "" || /^(?:undo|delete|reopen)/.test(word);
  if (/^(?:to|me to)$/.test(left.trim())) return false;
  if (isSameMove(left, right)) return true;
  if (!actionVerbs.has(word) && !startsCommand(right))
    return (
      /^(?:(?:i|we) (?:also )?(?:need|have|must|should|ought|want|called|did|finished)|don'?t|remind|what|show|how|when|bin|get rid)\b/i.test(
        right,
      ) || isDeed(right)
    );
  if (!next || actionVerbs.has((leftVerbOnly.exec(left)?.groups?.verb ?? "").toLowerCase())) return false;
  if (/^(?:add|create|delete|remove|mark|rename|reschedule|schedule|cancel|move|complete)$/.test(word))
    return !pronounFirst(right) || /^(?:move|mark|delete|rename|reschedule|remove|complete|cancel)$/.test(word);
  if (pronounObject.test(right))
    return (
      /^(?:make|set|put|mark|move|change|push|tag|label|give)$/.test(word) &&
      /^(?:make|set|mark|move|change|push|put|tag|label|give)\s+(?:it|them)\b/i.test(right)
    );
  return (
    !nounToo.has(word) ||
    hasCut ||
    /^\S+\s+(?:the|my|our|a|an|his|her|their|for|with|to|about|some|mum|mom|dad|off|up|out|in|on|down|#?\d|[A-Z])/.test(
      right,
    )
  );
}

/** "the plumber to monday", after "move the dentist to friday" */
export const isSameMove = (left: string, right: string) =>
  (ranked.test(left) && /^(?:make|set|mark)\b/i.test(left) && ranked.test(right) && /^(?:the|my)\b/i.test(right)) ||
  (/^(?:move|push|postpone|reschedule|change|shift|delay|rename|mark|make|set)\b.+\b(?:to|as|until)\b/i.test(left) &&
    /\s(?:to|as|until)\s/i.test(right) &&
    !/^(?:i|we|it|they|he|she|that|there|this)(?:'|\b)/i.test(right));

/** "make the first one high | and the second one low" */
const ranked = / (?:to |as )?(?:high|low|medium|urgent|top)(?: priority)?[\s.!]*$/i;

/** "…, called mum", "… and I already paid the rent" */
function isDeed(right: string) {
  const groups =
    /^(?:(?:i|we)(?:'ve| have)? )?(?:(?:also|already|just|finally) )*(?<verb>[a-z]+ed|bought|paid|did|got) (?:the|my|our|mum|mom|dad)\b/i.exec(
      right,
    )?.groups;
  return groups?.verb !== undefined && presentOf(groups.verb) !== null;
}

const pronounFirst = (text: string) => /^\S+\s+(?:it|them|one|some)\b/i.test(text);
