import { addDays, weekdayOf } from "@/lib/words/calendar";
import { findWhen } from "@/lib/words/find-when";
import { readShift, type Shift } from "@/lib/words/shift";
import type { Due, Today } from "@/lib/words/today";
import type { Patch } from "./command";
import { patchOf } from "./patch";
import { readFilter } from "./read-filter";
import { lacking, occasion, waiting } from "./read-lacking";
import { readStated, wholeWhen } from "./read-stated";
import { dateNoun, type Reading, trimmed } from "./reading";

const repeatNoun = "(?:recurrence|repetition|repeat|repeats|repeating|recurring)";

const clears: [RegExp, Patch][] = [
  [
    new RegExp(
      `^(?:remove|clear|delete|drop|take|unset|erase|get rid of|cancel|lose|strip) (?:the |its |any |that )?(?:due )?(?:${dateNoun}|date and time) (?:from|of|on|off|off of|for) (?<target>.+?)[\\s.!]*$`,
      "i",
    ),
    { due: "remove" },
  ],
  [new RegExp(`^(?:remove|clear|delete|unset) (?<target>.+?)(?:'s) (?:${dateNoun})[\\s.!]*$`, "i"), { due: "remove" }],
  [
    /^(?:make|leave|set) (?<target>.+?) (?:undated|dateless|without (?:a )?(?:due )?(?:date|deadline)|to no date|with no (?:due )?(?:date|deadline)|unscheduled)[\s.!]*$/i,
    { due: "remove" },
  ],
  [/^unschedule (?<target>.+?)[\s.!]*$/i, { due: "remove" }],
  [
    /^(?<target>.+?) (?:has no|doesn'?t have an?|does not have an?|no longer has an?|doesn'?t need an?) (?:due date|deadline|date)(?: any ?more)?[\s.!]*$/i,
    { due: "remove" },
  ],
  [
    new RegExp(
      `^(?:remove|clear|delete|drop|cancel|turn off|stop) (?:the )?${repeatNoun} (?:from|of|on|off|for) (?<target>.+?)[\\s.!]*$`,
      "i",
    ),
    { recurrence: "remove" },
  ],
  [
    /^(?:stop|don'?t|cancel|quit) (?:repeat(?:ing)?|recurring)(?: of)? (?<target>.+?)(?: any ?more)?[\s.!]*$/i,
    { recurrence: "remove" },
  ],
  [
    /^(?:stop|make) (?<target>.+?) (?:from )?(?:repeating|recurring|not (?:repeat|recur|recurring|repeating)(?: any ?more)?|(?:a )?one[- ]?(?:off|time)(?: task)?|non-?recurring)[\s.!]*$/i,
    { recurrence: "remove" },
  ],
  [
    /^(?<target>.+?) (?:shouldn'?t|should not|doesn'?t|does not|needn'?t|no longer)(?: need to)? (?:repeats?|recurs?)(?: any ?more)?[\s.!]*$/i,
    { recurrence: "remove" },
  ],
];

const verbs =
  "(?:shove|budge|nudge|knock|roll(?= .*\\b(?:over|to)\\b)|carry(?= .*\\bover\\b)|slip|reassign|re-?time|move|re-?schedule|push|postpone|delay|defer|shift|bump|change|bring|pull|set|put(?! .* (?:off|on) (?:my|the) list)|snooze|switch|slide|drag|advance|kick|update|make|schedule|have|adjust|extend|modify|edit|do|repeat|give(?! (?:me|us)\\b)|start|re-?plan|prepone|swap|hold|book(?= (?:it|that|this|them|those|these|#\\d+)\\b))";
const movePattern = new RegExp(`^(?<verb>${verbs})(?: (?<particle>back|forward|off|up|out|over))? (?<rest>.+)$`, "is");
/** "stop the daily call to grandma": of a task that repeats; otherwise it may be something to do. */
const stops =
  /^(?:stop|end|quit) (?:the|my|our) (?!.*\b(?:reminders?|notifications?|alerts?|noise|car|bus|(?:at|from|after|on|in|by|until|till) (?:the |next |this )?(?:end|\p{L}+day|\d|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december))\b)(?:(?:daily|weekly|fortnightly|monthly|yearly|nightly|recurring|repeating|regular) )?(?<target>.+?)[\s.!]*$/iu;
/** "skip yoga this week" */
const skips =
  /^skip (?<target>.+?) (?:this (?:week|month|time|once)|today|tomorrow|tonight|once|(?:on |this )?\w+day)[\s.!]*$/i;
const cleared = (text: string): Reading | null => {
  const skipped = skips.exec(text)?.groups?.target;
  if (skipped) return { said: skipped, patch: {}, lacks: "when", mayBeNew: "surely" };
  const stopped = stops.exec(text)?.groups?.target;
  if (stopped) return { said: stopped, patch: { recurrence: "remove" }, mayBeNew: "surely" };
  for (const [pattern, patch] of clears) {
    const said = pattern.exec(text)?.groups?.target;
    if (said) return { said, patch };
  }
  return null;
};

/** A new date, a new time, a move or a repetition for a task that exists. */
export function readMove(text: string, today: Today): Reading | null {
  const plain = text.replace(/[.!]+$/, "").replace(/\s+(?:instead|now|then|rather|if possible)$/i, "");
  return (
    cleared(plain) ??
    moved(plain, today, plain !== text) ??
    waiting(plain, today) ??
    readStated(plain, today) ??
    lacking(plain)
  );
}

/** `isInstead`: it was said that something takes the place of what was. */
function moved(text: string, today: Today, isInstead: boolean): Reading | null {
  const groups = movePattern.exec(text)?.groups;
  if (!groups?.rest) return null;
  const verb = (groups.verb ?? "").toLowerCase();
  const due = /^(?<target>.+?) (?:due|an? (?:new )?(?:due date|deadline) (?:of|on|for)|due date) (?<when>.+)$/i.exec(
    groups.rest,
  )?.groups;
  const day = due?.when && /^(?:make|give|set|mark)$/.test(verb) ? wholeWhen(due.when, today) : null;
  if (due?.target && day) return { said: due.target, patch: patchOf(day) };
  const rest = withoutNoun(groups.rest);
  if (verb === "put" && /^(?:out|up|over)$/i.test(groups.particle ?? "")) return null;
  const shift = shiftIn(verb, groups.particle, rest);
  if (shift) return shift;
  const split = atTo(rest, verb, today);
  if (split) return split;
  const isFirm =
    /^(?:re-?schedule|push|postpone|delay|defer|shift|bump|snooze|move|bring|pull|slide|re-?plan|extend|set|change|update|prepone|repeat|shove|nudge|knock|roll|carry|slip|re-?time)$/.test(
      verb,
    );
  const when = findWhen(rest, today);
  if (!when.due && !when.recurrence) return null;
  const said = trimmed(when.rest);
  // "move the sofa to the spare room on sunday" is something to do: what it is moved to is no date.
  if (
    /^(?:move|bring|put|push|shift|pull|change|carry|roll|slide|drag)$/.test(verb) &&
    /\s(?:to|into|onto|in|on|over to|upstairs|downstairs|with|from) (?:the|my|our|a|an|his|her|\p{L}+'s)\s/iu.test(
      ` ${said} `,
    )
  )
    return null;
  if (/ (?:in|down)$/i.test(when.rest) && /^(?:put|set)$/.test(verb)) return null;
  // "put the ladder on saturday", "make my plant reminder weekly"
  if (
    /^(?:change|update|set|start|bring)$/.test(verb) &&
    !/^(?:it|that|this|them|those|these|#?\d+)\b/i.test(said) &&
    !occasion.test(said)
  )
    return null;
  if (/^(?:put|make|set)$/.test(verb) && /^(?:the|my|our)\s/i.test(said))
    return { said, patch: patchOf(when), mayBeNew: "surely" };
  // In "postpone everything due tomorrow" the day tells which tasks, not where to.
  if (isFirm && readFilter(said, today) && /^(?:due|from|of|on|in)\b/i.test(rest.slice(when.spans[0]?.[0])))
    return {
      said: rest,
      patch: {},
      lacks: "when",
    };
  const isMake = /^(?:make|have|put|give|do|hold|start|schedule|edit|adjust|switch|swap|due|kick|drag)$/.test(verb);
  // "make lunch tomorrow" is something to do; "make it tomorrow" and "make the dentist 3pm" are changes.
  if (
    !isFirm &&
    !(isInstead && /^(?:the|my|our|it|that)\b/i.test(said)) &&
    !(
      isMake &&
      /^(?:it|that|this|them|those|both|#?\d+|the .+|["'].+)$/i.test(said) &&
      !/^(?:do|have|give|hold|put|start|schedule)$/.test(verb)
    ) &&
    !/^(?:it|that|this|them|those|both|(?:that|this) one|#\d+)$/i.test(said)
  )
    return null;
  return { said, patch: patchOf(when) };
}

const withoutNoun = (text: string) =>
  text
    .replace(new RegExp(`^(?:the |its )?${dateNoun} (?:of|for|on)(?: the task)? `, "i"), "")
    .replace(new RegExp(`(?:'s|s') ${dateNoun}(?= )`, "i"), "");

/** "push it back two days": which way, the verb and its particle say. */
function shiftIn(verb: string, particle: string | undefined, rest: string): Reading | null {
  const found = readShift(rest);
  if (!found?.rest) return null;
  const isLater = /^(?:push|postpone|delay|defer|snooze|bump|extend|kick|put|hold)$/.test(verb);
  const isMove =
    isLater ||
    /^(?:move|shift|bring|pull|slide|drag|re-?schedule|advance|change|prepone|make|set|switch|adjust)$/.test(verb);
  // "move it in two days" names a day; "move it two days" names a distance.
  if (
    !isMove ||
    /\b(?:in|for|to|until)$/i.test(found.rest) ||
    (!found.isDirected && !isLater && !/^(?:move|shift|slide)$/.test(verb))
  )
    return null;
  const isEarlierVerb = /^(?:bring|pull|advance|prepone)$/.test(verb) && !/\b(?:back|later|out)\b/.test(rest);
  const amount = isEarlierVerb
    ? -Math.abs(found.shift.amount)
    : isLater && !/\b(?:earlier|sooner)\b/i.test(rest)
      ? Math.abs(found.shift.amount)
      : particle === "up" || particle === "forward"
        ? -Math.abs(found.shift.amount)
        : found.shift.amount;
  const shift: Shift = { ...found.shift, amount };
  return { said: trimmed(found.rest), patch: { shift } };
}

/** "everything on monday to tuesday" means the tuesday after that monday, also when another one comes before it. */
function afterSource(said: string, due: Due, today: Today): Due {
  const source = readFilter(said, today)?.dueFrom;
  const ahead = source ? (weekdayOf(due.date) - weekdayOf(source) + 7) % 7 : 0;
  return source && due.date < source && ahead > 0 && ahead <= 3 ? { ...due, date: addDays(source, ahead) } : due;
}

/** "the friday report to monday": what follows "to" is the new date, whatever dates the name holds. */
function atTo(rest: string, verb: string, today: Today): Reading | null {
  const joints = [
    ...rest.matchAll(/\s(?:to|until|till|for|so (?:that )?it(?:'s| is)(?: due)?(?: on| at)?|from .+? to)\s/gi),
  ];
  for (const joint of joints.reverse()) {
    const upTo = rest.slice(0, joint.index + joint[0].length).replace(/\s+\S+\s+$/, "");
    const before = /^\sfrom\s/i.test(joint[0]) ? upTo : rest.slice(0, joint.index);
    const plain = before.replace(/\s+from\s.+$/i, "");
    // "from Saturday" tells where one task stands, but of many it tells which.
    const said = plain !== before && readFilter(before, today) ? before : plain;
    const after = rest.slice(joint.index + joint[0].length);
    // "set dinner for two": the number counts people, where "push dinner to two" names a time.
    const isCount =
      /^\sfor\s$/i.test(joint[0]) &&
      /^[a-z]+$/i.test(after) &&
      /^(?:set|put|make|have|hold|give|start|book)$/.test(verb);
    const when = isCount
      ? findWhen(`for ${after}`, today)
      : wholeWhen(after.replace(/^(?:be(?: due)?|repeat|happen|recur) /i, ""), today);
    if (when && (when.due || when.recurrence) && /^(?:for|at|on|the|,|\s)*$/i.test(when.rest))
      return {
        said: trimmed(said),
        patch: patchOf(when.due ? { ...when, due: afterSource(before, when.due, today) } : when),
      };
  }
  return null;
}
