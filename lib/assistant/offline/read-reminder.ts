import { amount, amountsIn } from "@/lib/words/amounts";
import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import { readTarget } from "./read-target";

const time = `(?<time>(?:about |around )?(?:${amount}|the (?<span>day|week|hour)))`;
const asks =
  "(?:(?:and |also |then |please )*(?:remind|nudge|ping|alert|notify|warn|buzz) (?:me|us)(?: again| also| please)*|(?:and |also |then |please )*(?:set|add|put|make|give (?:me|us)|i (?:want|need|'d like))(?: me| up)? (?:an?|another|one)?(?: extra| second)? ?(?:reminder|alert|notification|nudge|heads[- ]?up|warning)|(?:and )?(?:with )?an? (?:reminder|alert|nudge)|(?:and )?(?:i (?:want|need) )?(?:to be reminded|reminding))";
const before = "(?:before(?:hand)?|ahead(?: of(?: time)?)?|in advance|prior(?: to)?|early|earlier)";
const end = "(?: (?:please|too|as well|again))*[\\s.!?]*$";

const reminders: RegExp[] = [
  // remind me 30 minutes before the dentist
  new RegExp(`^${asks}(?: for| of| about| on)? ${time} ${before}(?: of)? (?<target>.+?)${end}`, "i"),
  // remind me about the dentist an hour before
  new RegExp(`^${asks} (?:for|of|about|on|to) (?<target>.+?),? ${time} ${before}${end}`, "i"),
  // remind me half an hour before
  new RegExp(`^${asks} ${time} ${before}(?: it(?: (?:starts|begins|is due))?| that)?${end}`, "i"),
  // set a 10 minute reminder for the dentist
  new RegExp(
    `^(?:set|add|put)(?: me)? an? ${time}[- ](?:reminder|alert|warning|notice) (?:for|on|before|to) (?<target>.+?)${end}`,
    "i",
  ),
];
const atTime = new RegExp(
  `^${asks} (?:(?:of|about|for) (?<target>.+?) )?(?:when (?:it|(?<due>.+?))(?:'s| is) due|at (?:the|its) (?:due )?time|when (?:it|(?<begins>.+?)) (?:starts|begins))${end}`,
  "i",
);
const clears =
  /^(?:remove|delete|clear|cancel|turn off|switch off|drop|no)(?: all)?(?: the| my| any)? (?:reminders?|alerts?|notifications?) (?:from|on|off|of|before) (?<target>.+?)[\s.!]*$/i;

const spans: Record<string, number> = { hour: 60, day: 1_440, week: 10_080 };
const units: [RegExp, number][] = [
  [/^min/, 1],
  [/^h/, 60],
  [/^d/, 1_440],
  [/^w/, 10_080],
];
/** Four weeks. */
const most = 40_320;

function minutesOf({ time: said = "", span }: Record<string, string | undefined>): number | null {
  if (span) return spans[span.toLowerCase()] ?? null;
  const sizes = amountsIn(said.toLowerCase()).map(
    ({ n, unit }) => n * (units.find(([words]) => words.test(unit))?.[1] ?? Number.NaN),
  );
  const minutes = Math.round(sizes.reduce((sum, size) => sum + size, 0));
  return sizes.length > 0 && minutes >= 0 && minutes <= most ? minutes : null;
}

/** "remind me an hour before lunch to take the pills" is something to do then. */
const hasDeed = /\s(?:to|that) \p{L}/iu;

/** How long before it is due a task is to be called to mind; null when the words say something else. */
export function readReminder(text: string, today: Today): Command | null {
  const cleared = clears.exec(text)?.groups?.target;
  const without = cleared ? readTarget(cleared, today) : null;
  if (without) return { do: "update", target: without, patch: { reminders: [] } };
  for (const pattern of reminders) {
    const groups = pattern.exec(text)?.groups;
    const minutes = groups ? minutesOf(groups) : null;
    if (!groups || minutes === null || hasDeed.test(groups.target ?? "")) continue;
    const target = reminded(groups.target, today);
    if (target) return { do: "update", target, patch: { addReminders: [minutes] } };
  }
  const due = atTime.exec(text)?.groups;
  const target = due ? reminded(due.target ?? due.due ?? due.begins, today) : null;
  return target && { do: "update", target, patch: { addReminders: [0] } };
}

function reminded(words: string | undefined, today: Today): Target | null {
  const plain = words?.replace(/(?: (?:starts|begins|is due|is on|appointment))$/i, "");
  const target = plain ? readTarget(plain, today) : null;
  return words === undefined ? { kind: "it" } : target?.kind === "bulk" ? null : target;
}

/** "dentist tomorrow at 3, remind me 30 minutes before": what is added, and then when to be reminded of it. */
const trailing = new RegExp(
  `^(?<head>.{3,160}?)(?:\\s*[,;.]\\s*|\\s+)(?:and )?(?<tail>(?:with )?${asks} ${time} ${before})${end}`,
  "i",
);

export function trailingReminder(text: string): { head: string; tail: string } | null {
  const { head = "", tail = "" } = trailing.exec(text)?.groups ?? {};
  return head && tail ? { head, tail: tail.replace(/^(?:and |with )+/i, "") } : null;
}
