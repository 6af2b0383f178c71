import { expect, test } from "vitest";
import { linesOf, type Voice } from "./diff";
import { change, task } from "./testing";

const voice: Voice = { today: "2026-11-23", clock: "24h", sayRule: (rule) => rule.toLowerCase() };

test("a new task shows what it was given beyond its title", () => {
  const made = task({ dueDate: "2026-11-24", dueTime: "17:00", tags: ["home", "shop"] });
  expect(linesOf(change(null, made), voice)).toEqual([
    { field: "Due", before: null, after: "Tomorrow 17:00" },
    { field: "Tags", before: null, after: "#home #shop" },
  ]);
});

test("a changed task shows only the fields that changed, before and after", () => {
  const lines = linesOf(
    change(task({ dueDate: "2026-11-23" }), task({ title: "Buy oat milk", priority: "high" })),
    voice,
  );
  expect(lines).toEqual([
    { field: "Title", before: "Buy milk", after: "Buy oat milk" },
    { field: "Due", before: "Today", after: null },
    { field: "Priority", before: null, after: "High" },
  ]);
});

test("completing and binning are a change of state", () => {
  expect(linesOf(change(task(), task({ isCompleted: true })), voice)).toEqual([
    { field: "State", before: "Open", after: "Completed" },
  ]);
  expect(linesOf(change(task(), task({ deletedAt: "2026-11-23T08:00:00.000Z" })), voice)).toEqual([
    { field: "State", before: "Open", after: "In the bin" },
  ]);
});

test("long notes that differ only at their end have changed", () => {
  const long = "All that is to be said about the milk. ".repeat(10);
  expect(linesOf(change(task({ description: long }), task({ description: `${long}Oat.` })), voice)).toEqual([
    { field: "Notes", before: long, after: `${long}Oat.` },
  ]);
});

test("what nobody sees makes no line", () => {
  expect(linesOf(change(task(), task({ position: "b0", version: 2 })), voice)).toEqual([]);
});

test("notes are shown without the signs of Markdown, unless these are what changed", () => {
  const notesOf = (was: string | null, is: string) =>
    linesOf(change(task({ description: was }), task({ description: is })), voice)[0];
  const written =
    "# Lease\nLook at **section 4** *first*, see [the page](https://a.example/b) and `snake_case` 2 * 3\\*";
  const plain = "Lease\nLook at section 4 first, see the page and snake_case 2 * 3*";
  expect(notesOf(null, written)).toEqual({ field: "Notes", before: null, after: plain });
  expect(notesOf("first", "**first**")).toEqual({ field: "Notes", before: "first", after: "**first**" });
});
