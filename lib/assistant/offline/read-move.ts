import { findWhen } from "@/lib/words/find-when";
import { readShift, type Shift } from "@/lib/words/shift";
import type { Today } from "@/lib/words/today";
import { actionVerbs } from "@/lib/words/verbs";
import type { Patch } from "./command";
import { nounToo } from "./lexicon";
import { readFilter } from "./read-filter";

/** `question`: what is still missing before anything can be moved. */
type Reading = { said: string; patch: Patch; question?: string };

const dateNoun = "(?:due dates?|due|dates?|deadlines?|times?|due times?|schedule|reminders?|day|start)";
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
  "(?:move|re-?schedule|push|postpone|delay|defer|shift|bump|change|bring|pull|set|put(?! .* (?:off|on) (?:my|the) list)|snooze|switch|slide|drag|advance|kick|update|make|schedule|have|adjust|extend|modify|edit|do|repeat|give|start|re-?plan|prepone|swap|hold|book(?= (?:it|that|this|them|those|these|#\\d+)\\b))";
const movePattern = new RegExp(`^(?<verb>${verbs})(?: (?<particle>back|forward|off|up|out|over))? (?<rest>.+)$`, "is");
/** "the dentist should be on friday", "the report is due monday now" */
const statedPattern =
  /^(?<target>.+?)(?:'s| is| are| was| should be| needs to be| has to be| must be| will be| got| has been| should)(?: now| actually| really| instead)*(?: (?:moved|due|rescheduled|pushed(?: back)?|postponed|delayed|happening|scheduled|happen|repeat|be))*(?: to| for| until| on| at| by)? (?<when>.+?)(?: (?:now|instead|actually))*[\s.!]*$/i;

const cleared = (text: string): Reading | null => {
  for (const [pattern, patch] of clears) {
    const said = pattern.exec(text)?.groups?.target;
    if (said) return { said, patch };
  }
  return null;
};

/** A new date, a new time, a move or a repetition for a task that exists. */
export function readMove(text: string, today: Today): Reading | null {
  const plain = text.replace(/[.!]+$/, "").replace(/\s+(?:instead|now|then|rather|if possible)$/i, "");
  return cleared(plain) ?? moved(plain, today) ?? stated(plain, today);
}

function moved(text: string, today: Today): Reading | null {
  const groups = movePattern.exec(text)?.groups;
  if (!groups?.rest) return null;
  const verb = (groups.verb ?? "").toLowerCase();
  const rest = withoutNoun(groups.rest);
  const shift = shiftIn(verb, groups.particle, rest);
  if (shift) return shift;
  const split = atTo(rest, verb, today);
  if (split) return split;
  const isFirm =
    /^(?:re-?schedule|push|postpone|delay|defer|shift|bump|snooze|move|bring|pull|slide|re-?plan|extend|set|change|update|prepone|repeat)$/.test(
      verb,
    );
  const when = findWhen(rest, today);
  if (!when.due && !when.recurrence) return null;
  const said = trimmed(when.rest);
  // In "postpone everything due tomorrow" the day tells which tasks, not where to.
  if (isFirm && readFilter(said, today) && /^(?:due|from|of|on|in)\b/i.test(rest.slice(when.spans[0]?.[0])))
    return {
      said: rest,
      patch: {},
      question: "To which day should I move them? Say both, for example “move everything from Saturday to Sunday”.",
    };
  const isMake = /^(?:make|have|put|give|do|hold|start|schedule|edit|adjust|switch|swap|due|kick|drag)$/.test(verb);
  // "make lunch tomorrow" is something to do; "make it tomorrow" and "make the dentist 3pm" are changes.
  if (
    !isFirm &&
    !(
      isMake &&
      /^(?:it|that|this|them|those|both|#?\d+|the .+)$/i.test(said) &&
      !/^(?:do|have|give|hold|put|start|schedule)$/.test(verb)
    ) &&
    !/^(?:it|that|this|them|those|#\d+)$/i.test(said)
  )
    return null;
  return { said, patch: patchOf(when) };
}

const trimmed = (text: string) =>
  text
    .replace(
      /\s+(?:to|until|till|for|on|at|by|from|be|as|due|happen|repeat|recur|be due|back|forward|off|out|a|the)+$/i,
      "",
    )
    .replace(/\s+(?:to|until|till|for|on|at|by|from|due|so it'?s|back|forward|be|repeat|happen|recur)$/i, "")
    .replace(/^(?:to|for|on|until)\s+/i, "")
    .trim();

const withoutNoun = (text: string) =>
  text
    .replace(new RegExp(`^(?:the |its )?${dateNoun} (?:of|for|on)(?: the task)? `, "i"), "")
    .replace(new RegExp(`(?:'s|s') ${dateNoun}(?= )`, "i"), "");

function patchOf(when: { due: Patch["due"] | null; recurrence: string | null; hasDay: boolean }): Patch {
  return {
    ...(when.due ? { due: when.due, hasDay: when.hasDay } : {}),
    ...(when.recurrence ? { recurrence: when.recurrence } : {}),
  };
}

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
    const when = findWhen(`${isCount ? "for" : "at"} ${after}`, today);
    const whole = /^(?:at|on|be|due|be due|repeat|happen|the|\s)*$/i.test(when.rest)
      ? when
      : findWhen(after.replace(/^(?:be(?: due)?|repeat|happen|recur) /i, ""), today);
    if ((whole.due || whole.recurrence) && /^(?:at|on|the|\s)*$/i.test(whole.rest))
      return { said: trimmed(said), patch: patchOf(whole) };
  }
  return null;
}

function stated(text: string, today: Today): Reading | null {
  const groups = statedPattern.exec(text)?.groups;
  if (!groups?.target || !groups.when || /^(?:i|we|there|what|this is|how|who)$/i.test(groups.target)) return null;
  if (/^'s/i.test(text.slice(groups.target.length)) && isDeed(groups.target)) return null;
  const when = findWhen(`at ${groups.when}`, today);
  const whole = /^(?:at)?$/i.test(when.rest) ? when : findWhen(groups.when, today);
  return (whole.due || whole.recurrence) && whole.rest === ""
    ? { said: withoutNoun(groups.target), patch: patchOf(whole) }
    : null;
}

/** "visit Grandma | 's on Sunday": after a verb and its object the 's belongs to a name. "book club's on friday" has no such verb. */
function isDeed(text: string) {
  const [first = "", ...others] = text.toLowerCase().split(/\s+/);
  return actionVerbs.has(first) && others.length > (nounToo.has(first) ? 1 : 0);
}
