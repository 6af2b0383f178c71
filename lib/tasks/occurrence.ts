import * as loaded from "rrule";

// The package's ESM build, which bundlers take, has named exports only; its CommonJS build, which Node takes, a default only.
// By Reflect, since a bundler refuses to look for an export that it knows isn't there.
const { RRule } = (Reflect.get(loaded, "default") ?? loaded) as typeof loaded;

const dayLength = 86_400_000;
const instant = (date: string) => new Date(`${date}T00:00:00Z`);
const dateOf = (day: Date) => day.toISOString().slice(0, 10);

/** Dates are counted as midnights in UTC: due dates float, so no clock change ever touches a rule. */
function ruleFrom(rule: string, start: string) {
  return new RRule({ ...RRule.parseString(clamped(rule)), dtstart: instant(start) });
}

/** "The 31st" of a shorter month is its last day, as people mean it; RFC 5545 alone would skip that month. */
function clamped(rule: string): string {
  const day = Number(/BYMONTHDAY=(\d+)(?:;|$)/.exec(rule)?.[1] ?? 0);
  if (day < 29 || rule.includes("BYDAY=") || rule.includes("FREQ=DAILY")) return rule;
  const days = [28, 29, 30, 31].filter((each) => each <= day);
  const months = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(",").length ?? 12;
  if (rule.includes("FREQ=YEARLY") && months !== 1) return rule;
  return rule.replace(/BYMONTHDAY=\d+/, `BYMONTHDAY=${days.join(",")};BYSETPOS=-1`);
}

/** The first date that the rule allows, on or after `from`. */
export function firstOccurrence(rule: string, from: string): string | null {
  const first = ruleFrom(rule, from).after(instant(from), true);
  return first && dateOf(first);
}

/**
 * Where a task goes when the occurrence of `due` is done: the next date that isn't before `today`. `rule` has its COUNT reduced by
 * what has gone by, the skipped ones too, since the due date is where it starts. null when the rule is over.
 */
export function nextOccurrence(rule: string, due: string, today: string): { date: string; rule: string } | null {
  const yesterday = dateOf(new Date(instant(today).getTime() - dayLength));
  const counted = ruleFrom(rule, due);
  const next = counted.after(instant(due > yesterday ? due : yesterday), false);
  if (!next) return null;
  const count = counted.options.count;
  if (!count) return { date: dateOf(next), rule };
  // A due date that was moved off the rule is no date of it, but doing the task still uses one up.
  const passed = Math.max(1, counted.between(instant(due), next, true).length - 1);
  return count > passed ? { date: dateOf(next), rule: rule.replace(/COUNT=\d+/, `COUNT=${count - passed}`) } : null;
}
