import { nounToo } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen, type When } from "@/lib/words/find-when";
import { readShift } from "@/lib/words/shift";
import type { Today } from "@/lib/words/today";
import type { Patch } from "./command";
import { patchOf } from "./patch";

type Stated = { said: string; patch: Patch; isMild?: boolean };

const aux =
  "(?:'s(?! (?:is|are|was|should|will|has|needs|must|can)\\b)|'re| is| are| was| were| should| shud| shd| shld| could| can| must| will| would|'ll| needs?| has| have|'ve| had| got| gets| ought| might| may| wants?)";
const filler =
  "(?: (?:now|actually|really|instead|just|been|be|to|to be|being|have|has|got|gotten|it'?s|its|it|meant|supposed|going|only|then|in fact|officially|better|best|rather|more like))*";
const moved =
  "(?: (?:moved?|due|re-?scheduled?|slip(?:ped)?|pushed?(?: back| out| forward)?|postponed?|put(?: back| off)?|delayed?|happen(?:ing)?|scheduled|changed?|shift(?:ed)?|switched?|bumped?|extended|brought forward|pulled forward|set|on|wait|held|repeat(?:ing)?|recur|starts?|starting|coming|come(?: up| round| around)?|done|finished|ready|gone))?";
const joint = "(?: (?:to|for|until|till|til|on|at|by|from|over to|back to|up to|as|out to|around))?";

/** "the dentist should be on friday", "the report is due monday now", "piano has moved to half four" */
const statement = new RegExp(
  `^(?<target>.{2,90}?),?(?: it| that| this| they)?(?:${aux})${filler}${moved}${filler}${joint}:? (?<when>.+)$`,
  "iu",
);
/** "logo revisions: deadline extended till the 30th" */
const telegram =
  /^(?<target>.{2,90}?)[:,]?(?: (?:date|time|deadline|due date))? (?:has )?(?:moves?|goes|go|starts?|begins?|slips?|shifts?|switches|changes|moved|extended|pushed(?: back)?|postponed|rescheduled|changed|delayed|shifted|brought forward|switched) (?:to|till|until|for|at|on) (?<when>.+)$/iu;
/** "prof moved the seminar to tuesday" */
const report =
  /^(?:(?:i|we|they|he|she|you|the [\p{L}]+|my [\p{L}]+|\p{L}+)(?:'ve|'s| have| has)? )(?:just |already |now )?(?:moved|rescheduled|changed|pushed(?: back)?|postponed|delayed|shifted|switched|brought|bumped|extended|put(?: back)?) (?<target>(?:the|my|our|his|her|it|that|this)\b.*?)(?: back| forward)? (?:to|till|until|for) (?<when>.+)$/iu;
/** "we're moving bridge to tomorrow" */
const plan =
  /^(?:i|we|they)(?:'re|'m| are| am|'ll| will|'ve| have)? (?:just |now |going to |gonna |had to |have to |need to )*(?:mov(?:e|ing)|re-?schedul(?:e|ing)|chang(?:e|ing)|push(?:ing)?(?: back)?|postpon(?:e|ing)|delay(?:ing)?|shift(?:ing)?|switch(?:ing)?) (?<target>.+?)(?: back| forward)? (?:to|till|until|for) (?<when>.+)$/iu;
/** "dentist -> friday" */
const arrow = /^(?<target>.{2,90}?)\s*(?:-+>|=+>|→|⇒|»)\s*(?<when>.+)$/u;
const request =
  /[,.\s]+(?:(?:so|can you|could you|please|then|and) )*(?:amend|adjust|update|change|fix|correct|move)(?: (?:it|that|this|accordingly|(?:the|my) (?:calendar|list)|please|for me|on the list))*[\s.!?]*$/iu;
const lately =
  /(?:,? sorry)?(?:[,\s]+(?:now|instead|actually|then|from now on|going forward|same (?:time|place)|at the same time|after all|please|again|only|no particular time|any time|\p{Extended_Pictographic}))+[\s.!]*$/iu;

/** "…, not seven"; "… rather than four": what is no longer so. The rest is a change for certain. */
const contrasts = [
  /^(?<head>.+?),? (?:and not|not|instead of|rather than|no longer|as opposed to)(?: (?:on|at|for))? (?<old>[^,]+?)[\s.!\p{Extended_Pictographic}]*$/iu,
  /^(?<head>.+?)(?:'s| is| are| was)?,?(?: it'?s| it is| is)? (?:not|no longer)(?: (?:on|at|for))? (?<old>.+?)[,;.]? (?:but|(?:but )?(?:now )?(?:it|he|she|they)(?:'s|'re| is| are)|now|rather|anymore,?) (?<tail>.+?)[\s.!]*$/iu,
];

/** What somebody says of a task that exists: a new date, time or repetition. null when it says none. */
export function readStated(text: string, today: Today): Stated | null {
  if (/^(?:delete|remove|erase|cancel|clear|scrap|take|get rid|stop|lose)\b/i.test(text)) return null;
  const { text: plain, isCertain } = withoutContrast(text, today);
  const now = plain.replace(request, "").replace(lately, "");
  for (const pattern of [arrow, report, plan, statement, telegram]) {
    const groups = pattern.exec(now)?.groups;
    if (!groups?.target || !groups.when) continue;
    const target = groups.target.replace(
      /^(?:so|and|but|ok|oh|ugh|well|hey|hi|also|the thing is|(?:my )?dear|re:|fyi|do|have)[\s,]+/i,
      "",
    );
    if (
      /^(?:i|we|you|there|what|this is|how|who|he|she|they|which|if|when|where|why)$/i.test(target) ||
      /^(?:i|we|you|there)(?:'m|'re|'ve|'ll)?\b/i.test(target)
    )
      continue;
    if (pattern === statement && /^'s/i.test(now.slice(groups.target.length)) && isDeed(target)) continue;
    const patch = changeIn(groups.when, today);
    if (patch) return { said: target.replace(/(?:'s)? (?:deadline|due date|date|time)$/i, ""), patch };
  }
  const reasoned = /^(?<head>.{6,}?),\s+[^,]{3,60}$/.exec(now)?.groups?.head;
  const plainly = reasoned && !/\b(?:and|or|but)\b/i.test(now) ? readStated(reasoned, today) : null;
  if (plainly) return plainly;
  const better =
    /^(?<when>.+?) (?:is|would be|'s|works|suits)(?: (?:me|us))? (?:better|best|good|fine|easier) for (?<target>.+)$/iu.exec(
      now,
    )?.groups;
  const betterDay = better?.when ? wholeWhen(better.when, today) : null;
  if (better?.target && betterDay) return { said: better.target, patch: patchOf(betterDay) };
  if (!isCertain) return null;
  // "dinner at Nan's half seven, not seven"
  const when = findWhen(now, today);
  return when.due || when.recurrence
    ? {
        said: when.rest.replace(new RegExp(`(?:${aux}| coming| starts?| moved| it)+$`, "i"), "").trim(),
        patch: patchOf(when),
      }
    : null;
}

function withoutContrast(text: string, today: Today) {
  for (const pattern of contrasts) {
    const { head = "", old = "", tail = "" } = pattern.exec(text)?.groups ?? {};
    if (!old || wholeWhen(old, today) === null) continue;
    return { text: tail ? `${head} is ${tail}` : head, isCertain: true };
  }
  return { text, isCertain: /\b(?:now|instead|from now on)[\s.!]*$/i.test(text) };
}

/** "friday", "at 4", "15 minutes later": nothing but a new date, or a move. */
function changeIn(text: string, today: Today): Patch | null {
  const when = wholeWhen(text, today);
  if (when) return patchOf(when);
  const shift = readShift(text.replace(/^(?:about|by|around)\s/i, ""));
  return shift?.isDirected && /^(?:later|earlier|back|forward)?$/i.test(shift.rest) ? { shift: shift.shift } : null;
}

/** The date that the words are, when they are nothing else. */
export function wholeWhen(text: string, today: Today): When | null {
  const plain = text.replace(/\b(?:like|um|about|around|say)\s+(?=\d|\p{L})/giu, "").trim();
  for (const tried of [`at ${plain}`, plain]) {
    const when = findWhen(tried, today);
    if ((when.due || when.recurrence) && /^(?:at|on|be|due|be due|repeat|happen|the|,|\s)*$/i.test(when.rest))
      return when;
  }
  return null;
}

/** "visit Grandma | 's on Sunday": after a verb and its object the 's belongs to a name. "book club's on friday" has no such verb. */
function isDeed(text: string) {
  const [first = "", ...others] = text.toLowerCase().split(/\s+/);
  return actionVerbs.has(first) && others.length > (nounToo.has(first) ? 1 : 0);
}
