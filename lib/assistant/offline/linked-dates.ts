import { findWhen } from "@/lib/words/find-when";
import { list } from "@/lib/words/say";
import { type Due, type Today, todayIn } from "@/lib/words/today";
import { whenIn } from "./answer";
import type { ToolCall } from "./calls";
import { isTargeted } from "./command";
import { type Link, linked, linkIn } from "./day-of-task";
import type { Discourse, Outcome, Pending } from "./discourse";
import { sayOnly } from "./discourse";
import type { CallResult } from "./history";
import { moreAfter, tasksIn } from "./lookups";
import { core } from "./normalise";
import { pickedFrom } from "./pick";
import { readReminder } from "./read-reminder";
import type { Read } from "./ready";
import { bulleted, quoted } from "./say-task";
import type { Seen } from "./seen";
import { isRefusal, withoutChatter } from "./short-answer";

type AskedDay = Extract<Pending, { kind: "day" }>;
type Linked = Generator<ToolCall[], string | Outcome, CallResult[]>;

/** Links that one message may hold. */
const most = 3;

/** The message with each "same day as the dentist" as the date that it means; or a question, when no one task tells it. */
export function* withDates(said: string, read: Read, discourse: Discourse, today: Today): Linked {
  if (readReminder(core(said), today)) return said;
  let text = withoutSameTime(answeredDay(said, discourse.pending, today) ?? said, today);
  for (let i = 0; i < most; i++) {
    const link = linkIn(text, today);
    if (!link) return text;
    const seen = yield* seenFor(link);
    const { name, tasks } = linked(link, seen, discourse, today);
    const end = link.start + text.slice(link.start, link.end).lastIndexOf(link.words) + name.length;
    const gap: Gap = { before: text.slice(0, link.start), after: text.slice(end) };
    const telling = tellers(link, tasks, today);
    const [only] = telling;
    const date = only && telling.length === 1 ? dateBy(link, only, today) : null;
    if (!date) return needsDate(link, gap, read) ? ask(link, gap, { tasks, telling }, today) : text;
    text = filled(
      bare.test(gap.before) && !gap.after.trim() ? { ...gap, before: `remind me to get ready for ${name} ` } : gap,
      date,
    );
  }
  return text;
}

/** "to friday, same time": a new day keeps the time anyway. */
function withoutSameTime(text: string, today: Today) {
  const shorter = text.replace(/,?\s+(?:at )?(?:the )?same time(?!\s+(?:as|of|every|each))(?=[\s.,!?]|$)/i, "");
  return shorter !== text && findWhen(shorter, today).hasDay ? shorter : text;
}

/** "remind me 30 minutes before the dentist" says of what only by its date. */
const bare = /^(?:(?:please|can you|could you|just)[\s,]+)*remind (?:me|us)\s*(?:at|on)?\s*$/i;

type Gap = { before: string; after: string };
const filled = ({ before, after }: Gap, date: string) => `${before}${date}${after}`;

const dueOf = ({ dueDate, dueTime }: Seen): Due | null => (dueDate ? { date: dueDate, time: dueTime } : null);

function dateBy(link: Link, task: Seen, today: Today) {
  const due = dueOf(task);
  return due && link.dateBy(due, today);
}

/** Of several tasks those whose date tells it, and rather those that are still to come. */
function tellers(link: Link, tasks: Seen[], today: Today) {
  const dated = tasks.filter((task) => dateBy(link, task, today) !== null);
  const ahead = dated.filter(({ dueDate }) => (dueDate ?? "") >= todayIn(today));
  return ahead.length > 0 ? ahead : dated;
}

/** A new task may as well be called "pack the day before the trip"; a change can't go without its date. */
const needsDate = (link: Link, gap: Gap, read: Read) => link.isSure || read(filled(gap, "tomorrow")).some(isTargeted);

function* seenFor({ words }: Link): Generator<ToolCall[], Seen[], CallResult[]> {
  const page = yield [{ name: "list_tasks", input: { view: "all", limit: 100 } }];
  if (moreAfter(page) === 0) return tasksIn(page);
  const found = yield [{ name: "list_tasks", input: { view: "all", text: words.slice(0, 200), limit: 100 } }];
  return tasksIn([...page, ...found]);
}

function ask(
  link: Link,
  { before, after }: Gap,
  { tasks, telling }: { tasks: Seen[]; telling: Seen[] },
  today: Today,
): Outcome {
  const pending: AskedDay = {
    kind: "day",
    before,
    after,
    dates: telling.map((task) => dateBy(link, task, today) ?? ""),
    candidates: telling,
  };
  if (telling.length > 1)
    return {
      ...sayOnly(`${telling.length} tasks could be meant:\n\n${bulleted(telling, today)}\n\nWhich one tells the day?`),
      pending,
      shown: telling,
      isList: true,
    };
  const names = list(tasks.slice(0, 4).map(quoted));
  const lack =
    tasks.length > 0
      ? `${names} ${tasks.length === 1 ? "has" : "have"} no date that tells this`
      : `I found no open task like “${link.words}”`;
  return { ...sayOnly(`${lack}, so I did nothing yet. When should it be?`), pending };
}

/** The message that a day was asked for, with the day in it. */
function answeredDay(said: string, pending: Pending | null, today: Today): string | null {
  if (pending?.kind !== "day" || isRefusal(said)) return null;
  const { candidates, dates, before, after } = pending;
  const plain = withoutChatter(said);
  const {
    tasks: [picked],
    isSure,
  } = pickedFrom(plain, candidates, today);
  if (picked && isSure) return filled({ before, after }, dates[candidates.indexOf(picked)] ?? "");
  return whenIn(plain, today)
    ? filled({ before, after }, /^(?:on|at|in|by)\b/i.test(plain) ? plain : `on ${plain}`)
    : null;
}
