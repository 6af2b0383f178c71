import type { Call } from "@/lib/activity/schema";

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });
const tasks = (count: number) => (count === 1 ? "1 task" : `${count} tasks`);

/** What the record shows of a reply's calls, for a model that ran tools and said nothing. */
export function sentenceOfCalls(calls: Call[]): string {
  const changed = new Set(
    calls.filter(({ status }) => status === "SUCCESS").flatMap(({ changes }) => changes.map(({ number }) => number)),
  );
  const failed = calls.filter(({ status }) => status === "ERROR");
  const parts = [
    changed.size > 0
      ? `Done: ${tasks(changed.size)} changed.`
      : failed.length > 0
        ? "Nothing was changed."
        : "I looked, and changed nothing.",
    ...failed.slice(0, 1).map(({ error }) => error ?? ""),
  ];
  return parts.filter(Boolean).join(" ");
}

/** The end of a reply that the person stopped: what was done stays done, and that is said. */
export function stoppedSentence(calls: Call[]): string {
  const numbers = calls
    .filter(({ status }) => status === "SUCCESS")
    .flatMap(({ changes }) => changes.map(({ number }) => number));
  const unique = [...new Set(numbers)];
  if (unique.length === 0) return "Stopped. Nothing was changed.";
  const named = unique.length <= 5 ? ` (${list.format(unique.map((number) => `#${number}`))})` : "";
  return `Stopped. ${tasks(unique.length)} had been changed before${named}; nothing after that.`;
}
