import { listPhrase } from "@/lib/words/english/containers";
import { presentOf } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { firstTarget, readTarget } from "./read-target";
import { taskFrom } from "./title";

const fromList = `(?:,?\\s+(?:from|off|off of|on|in|out of) (?:${listPhrase}|there))?`;
const now =
  "(?:[\\s,]+(?:now|already|today|yesterday|this morning|last night|earlier|just now|(?:ages|days|weeks|hours|a while|long) ago|an? \\w+ ago|too|as well|please|btw|finally|thank god|lol|yay|i did it|ok|at last|at long last|all done|job done|for me|then|again|phew|gross|yuck|ugh|hooray|woo+ ?hoo+|boom|nice|easy|thankfully|thank goodness|what a relief))*[\\s.!]*";
const done =
  "(?:done|completed?|finished|as done|ticked off|checked off|sorted(?: out)?|dealt with|taken care of|accomplished|achieved|over (?:and done )?with|wrapped up|handled|in the bag|off my plate|cleared|ticked|crossed off)";
const adverb = "(?:(?:all|already|now|finally|both|just|actually|also|totally|officially|as good as) )*";

const reopens: RegExp[] = [
  /^(?:re-?open|un-?check|un-?tick|un-?complete|un-?mark|un-?finish|re-?activate|un-?cross|un-?do)\s+(?<target>.+?)(?: as (?:done|complete[d]?|finished))?[\s.!]*$/i,
  /^(?:mark|set|flag|put|change|make|move|turn|switch|bring)\s+(?<target>.+?)\s+(?:back )?(?:as |to |to be |back to |back as |is )?(?:not (?:yet )?(?:done|completed?|finished)|undone|incomplete|uncompleted?|unfinished|open(?: again)?|to-?do|pending|active|not done yet|still (?:open|to do))[\s.!]*$/i,
  /^(?<target>.+?)\s+(?:(?:is|are|was|were)(?: not|n'?t)|(?:isnt|arent|wasnt|werent)|(?:has|have)(?:n'?t| not) been)(?: actually| really| yet)? (?:done|completed?|finished)(?: yet| after all| actually)*[\s.!]*$/i,
  /^(?<target>.+?) (?:still )?(?:needs?|has|have) to be (?:done|finished|completed)(?: again)?[\s.!]*$/i,
  /^(?:i|we) (?:didn'?t|did not|haven'?t|have not|never)(?: actually| really| yet)? (?:finish(?:ed)?|complete[d]?|do|done|get to|got(?:ten)? to|get round to)\s+(?<target>.+?)(?: yet| after all)*[\s.!]*$/i,
];

/** "ask Ana to check it off", "he'll tick it": what somebody else does, or is to do, is not done. */
const notBySomebody =
  "(?<!\\b(?:to|will|would|can't|must|should|might|he|she|they|who|i'll|he'll|she'll|they'll|we'll) )";

const completes: RegExp[] = [
  new RegExp(
    `^(?:mark|set|flag|put|change|make|move|turn|check|tick|label|record|log|note|consider|count|call|register|save|show|get)\\s+(?<target>.+?)${fromList}\\s+(?:off )?(?:down )?(?:as |to |is |are |being |as being )?${adverb}(?:${done}|complete|closed)${fromList}${now}$`,
    "iu",
  ),
  // the cookies are baked, mark it
  new RegExp(
    `^(?:(?:i|we)(?:'ve| have)? (?:just )?)?(?<target>.{3,80}?),? (?:so |and |now |then |please |you can |can you )*${notBySomebody}(?:(?:mark|tick) (?:it|that|them)(?: off| done| as done| complete)?|(?:check|cross) (?:it|that|them) off)[\\s.!?]*$`,
    "iu",
  ),
  /^(?:put|place|add|stick|pop) an? (?:check(?: ?mark)?|tick|cross) (?:next to|on|beside|against|by) (?<target>.+?)[\s.!]*$/iu,
  new RegExp(
    `^(?:mark|set|flag) (?:down )?(?:as )?(?:${done}|complete|off):?\\s+(?<target>.+?)${fromList}${now}$`,
    "iu",
  ),
  new RegExp(`^(?:check|tick|cross|mark)(?: off|ed off| out)\\s+(?<target>.+?)${fromList}${now}$`, "iu"),
  new RegExp(
    `^(?:check|tick|cross|mark)\\s+(?<target>.+?)\\s+(?:off|out)${fromList.replace("?:from|", "?:of|from|")}${now}$`,
    "iu",
  ),
  new RegExp(`^(?:check|tick|cross)\\s+(?<target>.+?)\\s+(?:off|off of|from) (?:${listPhrase}|there)${now}$`, "iu"),
  new RegExp(`^(?:tick|complete|close(?: out)?|resolve|accomplish)\\s+(?<target>.+?)${fromList}${now}$`, "iu"),
  new RegExp(`^mark (?<target>.+?)(?:${fromList.replace(/\)\?$/, ")")})${now}$`, "iu"),
  new RegExp(
    `^(?:(?:i|we)(?:'m|'re| am| are)? )?${adverb}(?:done|finished|through)(?: up)? (?:with|doing)\\s+(?<target>.+?)${now}$`,
    "iu",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'ve| have|'m| am)? )?${adverb}(?:finished|completed|accomplished|wrapped up|knocked out|done|ticked off|crossed off|checked off|sorted(?: out)?|dealt with|taken care of|got through|gotten through|managed(?: to do)?|got (?:round|around) to)(?: up| off)?\\s+(?<target>.+?)${now}$`,
    "iu",
  ),
  new RegExp(
    `^${adverb}did (?<target>it|that|this|them|those|both|all(?: of (?:them|those|these|it))?)(?:,? (?:just )?forgot to .*)?${now}$`,
    "iu",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'ve| have)? )${adverb}(?:did|got|do)\\s+(?<target>it|that|this|them|those|both|the .+?|my .+?|#?\\d+|.+? (?:done|finished|sorted))${now}$`,
    "iu",
  ),
  new RegExp(
    `^(?<target>.+?)(?:'s|'re|,|:)?\\s*(?:(?:is|are|was|were|has been|have been|got|is now|are now|=)?\\s*${adverb}(?:${done}|✓|✔|✅|☑️?))${now}$`,
    "iu",
  ),
  /^(?<target>.{3,}?)\s*(?:✓|✔️?|✅|☑️?|👍)[\s.!]*$/iu,
  /^(?:✓|✔️?|✅|☑️?|\[x\])\s*(?<target>.+?)[\s.!]*$/iu,
  /^(?:done|finished|completed?|check)\s*[:–-]\s*(?<target>.+?)[\s.!]*$/i,
  /^(?<target>.{2,60}?)\s*(?::|\s[-–—])\s*(?:got (?:it|them|some)|did (?:it|that)|bought(?: it)?|paid(?: it)?|been done|yep|sorted)[\s.!]*$/i,
  new RegExp(`^(?:that'?s|there goes|and that'?s) (?<target>.+?) ${done}${now}$`, "iu"),
  new RegExp(
    `^(?:that'?s|and that'?s) (?:one|another) (?:thing )?less(?: on .*)?${now}$`.replace("(?:that", "(?<target>that"),
    "iu",
  ),
];

/** What was done, told as a story: "I called mum". */
const story = new RegExp(
  `^(?<who>(?:i|we)(?:'ve| have|'ve just| just)?(?: both)? )?${adverb}(?<verb>[a-z-]+)\\s+(?<object>.+?)(?: an hour ago| earlier today| this afternoon| this evening| last week)?${now}$`,
  "iu",
);
/** "the parcel has been picked up", "bins are out": a state that only doing it brings about. */
const state = new RegExp(
  `^(?<object>.{2,60}?)(?: (?:is|are|was|were|got|has been|have been|have|has))? ${adverb}(?<verb>[a-z]+(?:ed|en|t|nt|ld|de|ut|ung|un|id))(?: (?:up|off|out|in|away|down|over|back))?${now}$`,
  "iu",
);

/** "I haven't called mum after all" */
const undone =
  /^(?:(?:no|wait|actually|sorry|oops)[\s,]+)*(?:i|we) (?:didn'?t|did not|haven'?t|have not|never|hadn'?t)(?: (?:actually|really|even))* (?<verb>[a-z]+) (?<object>.+?)(?:,? (?:yet|after all|though|actually))+[\s.!]*$/i;

/** "I'm not done with the report" */
const unready =
  /^(?:(?:i|we)(?:'m| am|'re| are) not (?:yet )?(?:done|finished|through) with (?<target>.+?)(?: yet)?|(?<named>.+): not (?:done|finished))[\s.!]*$/i;
/** "the report is almost done" */
const doubted =
  /\b(?:not|never|n't|failed to|almost|half|nearly|partly|barely|hardly|about to be|will (?:be|have)|to be|should have|would have|could have)\b.*\b(?:done|finish(?:ed)?|completed?)\b|\b(?:should|would|could|must|might)(?:n'?t| not| never| really| just)* have\b/i;

/** A task that was done, or turned out not to be. */
export function readComplete(text: string, today: Today): Command | null {
  const open = firstTarget(reopens, text, today);
  if (open) return { do: "complete", target: open, completed: false };
  const { verb = "", object = "" } = undone.exec(text)?.groups ?? {};
  if (object)
    return {
      do: "complete",
      target: { kind: "words", text: `${presentOf(verb) ?? verb} ${object}` },
      completed: false,
    };
  const unfinished = unready.exec(text)?.groups?.target;
  if (unfinished) return { do: "complete", target: readTarget(unfinished, today) ?? { kind: "it" }, completed: false };
  if (doubted.test(text)) return null;
  const target = firstTarget(completes, text, today);
  if (target && eaten.test(text)) return { do: "complete", target, completed: true, isGuess: true };
  if (target) return { do: "complete", target, completed: true, ...doable(text, today) };
  const finish = /^(?:finish|check)(?: up| off)? (?<target>.+)$/i.exec(text)?.groups?.target;
  const finished = finish && readTarget(finish, today);
  if (!finished || findWhen(text, today).due) return null;
  if (finished.kind !== "words") return { do: "complete", target: finished, completed: true };
  if (/^check/i.test(text)) return null;
  return { do: "complete", target: finished, completed: true, orCreate: taskFrom(text, today), isSurelyTask: true };
}

/** "finished my coffee": a cup is empty, which is hardly a task. */
const eaten =
  /^(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|already|finally) )?(?:finished|done with) (?:my|our|the|a|an|some) (?:\p{L}+ )?(?:breakfast|lunch|dinner|supper|tea|coffee|meal|food|drink|beer|wine|pint|cake|sandwich|snack|pizza|soup|ice cream)[\s.!]*$/iu;

/** "complete the tax form" may be said of a task, and may be one. */
function doable(text: string, today: Today) {
  if (!/^(?:complete|close|resolve)\b/i.test(text) || /\b(?:list|tasks?|ones?|it|that)\b/i.test(text)) return {};
  return { orCreate: taskFrom(text, today) };
}

/** "get the car fixed", "scrub that change I made": the deed at the end is wished for, or somebody's. */
const brings =
  /^(?:get|have|see|make|keep|leave|want|need|find|be|scrub|undo|delete|remove|cancel)\b|\b(?:i|we|you|they|he|she) \p{L}+[\s.!]*$/iu;
/** "bins are out", "the water bill's gone through" */
const away = new RegExp(
  `^(?<object>.{2,60}?)(?: is| are| was| were| has| have|'s|'re)(?: been)? ${adverb}(?:out|gone (?:through|out|off)|in the (?:post|mail|oven|wash)|up|through|packed away|put away)${now}$`,
  "iu",
);

/** What was done, told without a word for it: "called mum", "bins are out". */
export function readStory(text: string, today: Today): Command | null {
  if (doubted.test(text)) return null;
  const groups = story.exec(text)?.groups;
  const past = groups?.verb ?? "";
  const verb = presentOf(past);
  if (verb && groups?.object && verb !== past.toLowerCase()) {
    // These tell of anything, or are no past at all, unless it is something definite that was done.
    const isOwn = /^(?:the|my|our|all) /i.test(groups.object);
    const isTold = groups.who !== undefined;
    const isVague = isTold
      ? /^(?:got|went|saw|said|thought|felt|had|came|left|forgot|heard|lost|made|found|told|decided|liked|loved|wanted|needed|meant|tried|promised|wondered|changed|moved|missed|noticed|realised|realized|dropped|cancelled|canceled|swapped)$/i.test(
          past,
        )
      : /^(?:set|put|let|cut|read|got|left|saw|said|made|lost|forgot|need|used|based|went|heard|thought|felt|found|told|changed|moved|cancelled|canceled|swapped|lit)$/i.test(
          past,
        );
    const reference = readTarget(groups.object, today);
    if (reference && reference.kind !== "words" && reference.kind !== "bulk")
      return { do: "complete", target: reference, completed: true };
    const isGot =
      (isTold || groups.object.split(" ").length <= 2) &&
      /^got$/i.test(past) &&
      !/^(?:an?|to|up|it|home|back|here|there|lost|sick|tired|fired|married|bored|drunk|stuck|hurt|the flu|nothing|this|that|you|me|[a-z]+ed|(?:the|a|that|my) (?:(?:new|dream) )?(?:job|promotion|raise|offer|news|results?|part|role|house|flat))\b/i.test(
        groups.object,
      );
    const isLeft = /^left$/i.test(past) && /\b(?:on|open|behind|at|in|running)\b/i.test(groups.object);
    if (
      (!isLeft && (isGot || !isVague)) ||
      (!isLeft && isOwn && /^(?:got|made|put|set|read|cut|left|found|told)$/i.test(past))
    )
      return { do: "complete", target: { kind: "words", text: `${verb} ${groups.object}` }, completed: true };
  }
  const stated = brings.test(text) ? null : state.exec(text)?.groups;
  const gone = away.exec(text)?.groups?.object;
  if (gone && !/^(?:i|we|he|she|they|you|it|that|this|who|what)\b/i.test(gone))
    return { do: "complete", target: { kind: "words", text: gone }, completed: true };
  const deed = stated?.verb ? presentOf(stated.verb) : null;
  if (!deed || !stated?.object || deed === stated.verb?.toLowerCase()) return null;
  if (
    /^(?:i|we|he|she|they|you|it|that|this|who|what)\b/i.test(stated.object) ||
    /^(?:cancelled|canceled|moved|changed|need|called|postponed|delayed|closed|scheduled|meant|lost|used|left|planned|supposed|want)$/i.test(
      stated.verb ?? "",
    )
  )
    return null;
  return { do: "complete", target: { kind: "words", text: `${deed} ${stated.object}` }, completed: true };
}
