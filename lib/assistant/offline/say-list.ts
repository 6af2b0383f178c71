import { sayDueLong } from "@/lib/words/say";
import { type Today, todayIn } from "@/lib/words/today";
import type { Command, Filter } from "./command";
import type { CallResult } from "./history";
import { isSameTag, tasksIn } from "./locate";
import { fitOf } from "./match";
import { bulleted, due, quoted } from "./say-task";
import type { Answer, Seen } from "./seen";

type Listed = { text: string; focus?: Seen[]; shown?: Seen[] };

/** The answer to a question about tasks. */
export function sayList(
  { asks, filter, about, period }: Extract<Command, { do: "list" }>,
  results: CallResult[],
  today: Today,
): Listed {
  const [first] = results;
  const answer = first?.status === "ok" ? first.answer : null;
  if (answer && (asks === "next" || asks === "overview"))
    return asks === "next" ? sayNext(answer, today) : sayOverview(answer, today);
  const tasks = relevant(tasksIn(results), filter);
  if (asks === "when") return sayWhen(tasks, about, today);
  // What one page holds was counted by the server; what was found by words, here.
  const total = filter.text ? tasks.length : (answer?.total ?? tasks.length);
  const head = heading(filter, total, today, period);
  if (total === 0) return { text: head };
  if (asks === "count") return { text: head, shown: tasks, ...(tasks.length <= 10 ? { focus: tasks } : {}) };
  const some = tasks.slice(0, 30);
  const more = total > some.length ? `\n\nAnd ${total - some.length} more.` : "";
  return { text: `${head.replace(/\.$/, ":")}\n\n${bulleted(some, today)}${more}`, focus: tasks, shown: tasks };
}

/** The server's search forgives more than an answer should. */
function relevant(tasks: Seen[], { text }: Filter) {
  if (!text) return tasks;
  return tasks.filter(({ title, tags }) => fitOf(text, title).tier >= 1 || tags.some((tag) => isSameTag(tag, text)));
}

function heading(filter: Filter, total: number, today: Today, period?: string): string {
  const how = filter.priority ? `${filter.priority}-priority ` : "";
  const end = scope(filter, today);
  const count = total === 0 ? "no" : String(total);
  const noun = (kind: string) => `${count} ${how}${kind}${total === 1 ? "task" : "tasks"}`;
  if (filter.view === "overdue")
    return total === 0 ? `Nothing${end} is overdue.` : `You have ${noun("overdue ")}${end}.`;
  if (filter.view === "completed") return `You have ${noun("completed ")}${end}.`;
  if (filter.view === "bin") return total === 0 ? "The bin is empty." : `The bin holds ${noun("")}${end}.`;
  if (filter.view === "today") {
    // Of a week on its last day only today is left; the answer still speaks of what was asked.
    const when = period ? `${period}, which ends today` : "today";
    return total === 0 ? `Nothing${end} is due ${when}.` : `You have ${noun("")}${end} due ${when}.`;
  }
  if (filter.view === "upcoming") return `You have ${noun("upcoming ")}${end}.`;
  if (filter.view === "inbox") return `You have ${noun("")}${end} without a date.`;
  return total === 0 && end === "" && !how ? "Your list is empty." : `You have ${noun("open ")}${end}.`;
}

function scope({ text, tag, dueFrom, dueTo }: Filter, today: Today) {
  const parts = [text ? ` about “${text}”` : "", tag ? ` tagged #${tag}` : ""];
  const say = (date: string) => sayDueLong({ date, time: null }, today);
  if (dueFrom && dueTo) {
    parts.push(
      dueFrom === dueTo
        ? ` due ${say(dueTo)}`
        : dueFrom === todayIn(today)
          ? ` due by ${say(dueTo)}`
          : ` due from ${say(dueFrom)} to ${say(dueTo)}`,
    );
  } else if (dueTo) parts.push(` due by ${say(dueTo)}`);
  return parts.join("");
}

function sayWhen(tasks: Seen[], about: string, today: Today): Listed {
  const [only] = tasks;
  if (!only) return { text: `I found no task about “${about}”.` };
  if (tasks.length > 1)
    return { text: `${tasks.length} tasks fit:\n\n${bulleted(tasks.slice(0, 10), today)}`, focus: tasks, shown: tasks };
  const text = only.isCompleted
    ? `${quoted(only)} is done.`
    : only.dueDate
      ? `${quoted(only)} is due ${due(only, today)}.`
      : `${quoted(only)} is open and has no due date.`;
  return { text, focus: [only], shown: [only] };
}

function sayNext({ urgent, counts }: Answer, today: Today): Listed {
  const [first, ...others] = urgent;
  if (!first)
    return {
      text: counts.all
        ? `Nothing is urgent. You have ${counts.all} open ${counts.all === 1 ? "task" : "tasks"}.`
        : "Your list is empty.",
    };
  const when = first.dueDate ? `, due ${due(first, today)}` : "";
  const then = others.length > 0 ? `\n\nAfter that:\n\n${bulleted(others.slice(0, 4), today)}` : "";
  return { text: `Next is ${quoted(first)}${when}.${then}`, focus: [first], shown: urgent.slice(0, 5) };
}

function sayOverview({ counts, urgent, doneLately }: Answer, today: Today): Listed {
  const n = (view: string) => counts[view] ?? 0;
  const head = `You have ${n("all")} open ${n("all") === 1 ? "task" : "tasks"}: ${n("today")} due today, ${n("overdue")} overdue, ${n("upcoming")} coming up, ${n("inbox")} without a date.`;
  const done =
    doneLately.length > 0
      ? ` You finished ${doneLately.length === 10 ? "at least 10" : doneLately.length} in the last week.`
      : "";
  const pressing = urgent.length > 0 ? `\n\nMost urgent:\n\n${bulleted(urgent.slice(0, 5), today)}` : "";
  return { text: head + done + pressing, focus: urgent.slice(0, 5), shown: urgent.slice(0, 5) };
}
