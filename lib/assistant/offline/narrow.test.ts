import { expect, test } from "vitest";
import { nothingSaid } from "./discourse";
import { locate } from "./locate";
import { exceptions } from "./narrow";
import { readAnswer } from "./seen";
import { task, wednesday } from "./testing";

const list = readAnswer({
  tasks: [
    task(1, "Buy milk", { tags: ["shopping"] }),
    task(2, "Call the dentist", { dueDate: "2026-03-11" }),
    task(3, "Dentist bill", { dueDate: "2026-03-13" }),
    task(4, "Pay rent", { dueDate: "2026-03-11", priority: "high" }),
  ],
}).tasks;

test.each([
  ["the dentist", [2, 3]],
  ["#1 and the rent", [1, 4]],
  ["the shopping ones", [1]],
  ["friday's", [3]],
  ["the milk, the dentist and the rent", [1, 2, 3, 4]],
])("all but %s leaves %j alone", (words, numbers) => {
  expect(
    exceptions(words, list, wednesday)
      ?.map(({ number }) => number)
      .sort(),
  ).toEqual(numbers);
});

test("what is to be left alone and can't be found stops everything", () => {
  expect(exceptions("the piano", list, wednesday)).toBeNull();
  expect(exceptions("the milk and the piano", list, wednesday)).toBeNull();
  const target = { kind: "bulk", filter: { except: "the piano" } } as const;
  expect(locate({ do: "delete", target }, list, nothingSaid, wednesday)).toMatchObject({ kind: "unsure" });
});

test("the rest of a list are those that nothing was done to", () => {
  const discourse = { ...nothingSaid, shown: list.slice(0, 3), handled: [1], focus: list.slice(0, 1) };
  const found = locate({ do: "delete", target: { kind: "rest" } }, list, discourse, wednesday);
  expect(found.kind === "tasks" && found.tasks.map(({ number }) => number)).toEqual([2, 3]);
});

test("where nothing was done to any, the rest is asked about", () => {
  const discourse = { ...nothingSaid, shown: list };
  expect(locate({ do: "delete", target: { kind: "rest" } }, list, discourse, wednesday)).toEqual({ kind: "what" });
});

test.each([
  ["dentist today", 2],
  ["the dentist on friday", 3],
  ["the urgent one", 4],
])("%s tells which of several is meant", (text, number) => {
  const found = locate({ do: "delete", target: { kind: "words", text } }, list, nothingSaid, wednesday);
  expect(found.kind === "tasks" && found.tasks.map((one) => one.number)).toEqual([number]);
});

test("a short word that is another word is no misspelling", () => {
  const found = locate({ do: "delete", target: { kind: "words", text: "the rest" } }, list, nothingSaid, wednesday);
  expect(found.kind).toBe("none");
});
