import { firstOccurrence } from "./occurrence";

type Read = { ok: true; rule: string } | { ok: false; why: string };

const days = "(?:MO|TU|WE|TH|FR|SA|SU)";
const list = (one: string) => new RegExp(`^${one}(?:,${one})*$`);

// In the order in which a rule is stored, so that the same rule is the same text.
const forms: [part: string, form: RegExp][] = [
  ["FREQ", /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ["INTERVAL", /^0*[1-9]\d{0,2}$/],
  ["BYMONTH", list("0?(?:[1-9]|1[0-2])")],
  ["BYMONTHDAY", list("[+-]?0?(?:[1-9]|[12]\\d|3[01])")],
  ["BYDAY", list(`(?:[+-]?[1-5])?${days}`)],
  ["WKST", new RegExp(`^${days}$`)],
  ["UNTIL", /^\d{8}(?:T\d{6}Z?)?$/],
  ["COUNT", /^0*[1-9]\d{0,2}$/],
];

const refused = (why: string): Read => ({ ok: false, why });

/** The part of RFC 5545's RRULE that tasks repeat by, in one spelling; the start is the due date, never part of the rule. */
export function readRule(text: string): Read {
  const parts = new Map<string, string>();
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");
  for (const pair of rule.split(";")) {
    const [part = "", value = "", more] = pair.split("=").map((side) => side.trim());
    const form = forms.find(([name]) => name === part)?.[1];
    if (!form) return refused(`"${part.slice(0, 30)}" is not a part of a recurrence rule that Docket knows.`);
    if (more !== undefined || !form.test(value))
      return refused(`${part} can't be "${value.slice(0, 30)}" in a recurrence rule.`);
    if (parts.has(part)) return refused(`${part} stands twice in the recurrence rule.`);
    parts.set(part, plain(part, value));
  }
  const frequency = parts.get("FREQ");
  if (!frequency) return refused("A recurrence rule needs FREQ, as in FREQ=WEEKLY;BYDAY=MO.");
  if (parts.has("COUNT") && parts.has("UNTIL")) return refused("A recurrence rule has COUNT or UNTIL, not both.");
  if (/\d/.test(parts.get("BYDAY") ?? "") && (frequency === "DAILY" || frequency === "WEEKLY"))
    return refused("BYDAY can count weekdays (1MO, -1FR) only in a month or a year.");
  if (frequency === "WEEKLY" && parts.has("BYMONTHDAY")) return refused("FREQ=WEEKLY can't have BYMONTHDAY.");
  const until = parts.get("UNTIL");
  if (until && !isDate(until)) return refused("UNTIL is not a date that exists.");
  if (parts.get("INTERVAL") === "1") parts.delete("INTERVAL");
  const written = forms.flatMap(([part]) => (parts.has(part) ? [`${part}=${parts.get(part)}`] : [])).join(";");
  const endless = written.replace(/;UNTIL=\d+/, "");
  if (firstOccurrence(endless, "2024-01-01") === null) return refused("No day fits that recurrence rule.");
  return { ok: true, rule: written };
}

function plain(part: string, value: string): string {
  if (part === "UNTIL") return value.slice(0, 8);
  if (part === "FREQ" || part === "WKST") return value;
  const items = value.split(",").map((item) => item.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1"));
  return [...new Set(items)].join(",");
}

function isDate(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/**
 * A monthly rule that names no day means the day it starts on. Past the 28th that day is written into the rule, or moving on over
 * a short month would lose it: 31 January, 28 February, 31 March.
 */
export function anchored(rule: string, dueDate: string): string {
  const day = Number(dueDate.slice(8));
  if (!rule.includes("FREQ=MONTHLY") || /BY(?:MONTH)?DAY=/.test(rule) || day < 29) return rule;
  const read = readRule(`${rule};BYMONTHDAY=${day}`);
  return read.ok ? read.rule : rule;
}
