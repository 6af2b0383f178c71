import { expect, test } from "vitest";
import type { Command } from "./command";
import { parse } from "./parse";
import { wednesday } from "./testing";
import { understand } from "./understand";

const created = (text: string) =>
  understand(text, wednesday).map((command) => (command.do === "create" ? command.task.title : command.do));

const say = (due: { date: string; time: string | null } | null) =>
  due && (due.time ? `${due.date} ${due.time}` : due.date);

test.each([
  ["buy milk", "buy milk", null],
  ["buy milk tomorrow at 5pm", "buy milk", "2026-03-12 17:00"],
  ["add call the vet", "call the vet", null],
  ["please add wash the car to my list", "wash the car", null],
  ["Could you remind me to take out the trash tonight?", "take out the trash", "2026-03-11 20:00"],
  ["remind me at 6pm to feed the cat", "feed the cat", "2026-03-11 18:00"],
  ["I need to renew my passport by may 1", "renew my passport", "2026-05-01"],
  ["don't let me forget mom's birthday on june 3", "mom's birthday", "2026-06-03"],
  ["dentist tomorrow at 3", "dentist", "2026-03-12 15:00"],
  ["create a task called Finish slides due friday at 5", "Finish slides", "2026-03-13 17:00"],
  ["put dentist on my list for friday", "dentist", "2026-03-13"],
  ["todo: water plants", "water plants", null],
  ["schedule a call with Ana tomorrow at 3", "call with Ana", "2026-03-12 15:00"],
  ["set a reminder for 6pm to take out the trash", "take out the trash", "2026-03-11 18:00"],
  ["i have a meeting with Bob on friday at 10", "meeting with Bob", "2026-03-13 10:00"],
  ["could you add 'The 5th Wave' to my reading list?", "The 5th Wave", null],
  ["play tennis with Tom on friday", "play tennis with Tom", "2026-03-13"],
  ["buy salt and pepper", "buy salt and pepper", null],
  ["add salt and pepper", "salt and pepper", null],
  ["buy milk, eggs and bread", "buy milk, eggs and bread", null],
  ["pick up the kids and drop them off at practice", "pick up the kids and drop them off at practice", null],
  ["cancel the gym membership tomorrow", "cancel the gym membership", "2026-03-12"],
  ["note to self: call the landlord", "call the landlord", null],
])("%s adds %s", (text, title, due) => {
  expect(
    understand(text, wednesday).map(
      (command) => command.do === "create" && [command.task.title, say(command.task.due)],
    ),
  ).toEqual([[title, due]]);
});

test("a priority may stand before the title as well as after it", () => {
  expect(understand("add a high priority task to call the accountant", wednesday)).toMatchObject([
    { do: "create", task: { title: "call the accountant", priority: "high" } },
  ]);
  expect(understand("fix the roof p1 #home every month", wednesday)).toMatchObject([
    { do: "create", task: { title: "fix the roof", priority: "high", tags: ["home"], recurrence: "FREQ=MONTHLY" } },
  ]);
});

test.each([
  ["add buy milk tomorrow at 5pm and call mum on friday", ["buy milk", "call mum"]],
  ["add milk, eggs and bread", ["milk", "eggs", "bread"]],
  ["add 3 tasks: call mum, pay rent, buy bread", ["call mum", "pay rent", "buy bread"]],
  ["call mum and water the plants", ["call mum", "water the plants"]],
  ["I need to buy groceries, call the bank and book flights", ["buy groceries", "call the bank", "book flights"]],
  ["remind me to call mum. Also pay the rent.", ["call mum", "pay the rent"]],
  ["- buy milk\n- call mum tomorrow\n- pay rent", ["buy milk", "call mum", "pay rent"]],
  ["1. buy milk\n2. call mum", ["buy milk", "call mum"]],
  ["[ ] buy milk\n[ ] sunglasses", ["buy milk", "sunglasses"]],
  ["Groceries:\n- milk\n- eggs", ["milk", "eggs"]],
  ["buy milk\ncall mum\ndelete the dentist", ["buy milk", "call mum", "delete"]],
  ["add buy milk and delete the dentist", ["buy milk", "delete"]],
  ["hi! add buy milk please, thanks", ["buy milk"]],
])("%s is several", (text, titles) => {
  expect(created(text)).toEqual(titles);
});

test("a date before several things to do is the date of each", () => {
  const dues = (text: string) =>
    understand(text, wednesday).map((command) => command.do === "create" && say(command.task.due));
  expect(dues("tomorrow: call mum, pay rent, and buy bread")).toEqual(["2026-03-12", "2026-03-12", "2026-03-12"]);
  expect(dues("For friday:\n- call mum\n- pay rent on monday")).toEqual(["2026-03-13", "2026-03-16"]);
});

const friday = { due: { date: "2026-03-13", time: null } };
const words = (text: string) => ({ kind: "words", text });

const readings: [string, Partial<Command>][] = [
  ["mark milk as done", { do: "complete", target: { kind: "words", text: "milk" }, completed: true }],
  ["I called mum", { do: "complete", target: { kind: "words", text: "call mum" }, completed: true }],
  ["just paid the rent", { do: "complete", target: { kind: "words", text: "pay the rent" }, completed: true }],
  ["the report is done", { do: "complete", target: { kind: "words", text: "the report" }, completed: true }],
  ["finished #3", { do: "complete", target: { kind: "numbers", numbers: [3] }, completed: true }],
  ["check off the laundry", { do: "complete", target: { kind: "words", text: "the laundry" }, completed: true }],
  ["done with the taxes!", { do: "complete", target: { kind: "words", text: "the taxes" }, completed: true }],
  ["mark #3 and #4 complete", { do: "complete", target: { kind: "numbers", numbers: [3, 4] }, completed: true }],
  ["mark laundry as not done", { do: "complete", target: { kind: "words", text: "laundry" }, completed: false }],
  ["reopen the report", { do: "complete", target: { kind: "words", text: "the report" }, completed: false }],
  [
    "complete everything overdue",
    { do: "complete", target: { kind: "bulk", filter: { view: "overdue" } }, completed: true },
  ],
  ["delete the second one", { do: "delete", target: { kind: "places", places: [2] } }],
  ["take milk off my list", { do: "delete", target: { kind: "words", text: "milk" } }],
  ["I don't need to buy milk anymore", { do: "delete", target: { kind: "words", text: "buy milk" } }],
  ["delete all completed tasks", { do: "delete", target: { kind: "bulk", filter: { view: "completed" } } }],
  ["clear my list", { do: "delete", target: { kind: "bulk", filter: { view: "all" } } }],
  ["delete all tasks tagged work", { do: "delete", target: { kind: "bulk", filter: { tag: "work" } } }],
  ["bring back the dentist", { do: "restore", target: { kind: "words", text: "the dentist" } }],
  ["restore #9", { do: "restore", target: { kind: "numbers", numbers: [9] } }],
  ["undo that", { do: "undo" }],
  ["oops, undo", { do: "undo" }],
  ["do the same with the bread one", { do: "same", target: { kind: "words", text: "the bread" } }],
  ["the first one", { do: "pick", target: { kind: "places", places: [1] } }],
  ["neither, forget it", { do: "answer", answer: "no" }],
  ["yes please", { do: "answer", answer: "yes" }],
];

test.each(readings)("%s is understood", (text, command) => {
  expect(understand(text, wednesday)).toMatchObject([command]);
});

test.each([
  ["move the dentist to friday", words("the dentist"), friday],
  ["move the dentist to friday 3pm", words("the dentist"), { due: { date: "2026-03-13", time: "15:00" } }],
  ["change the dentist to 4pm", words("the dentist"), { due: { time: "16:00" }, hasDay: false }],
  ["move the friday report to monday", words("the friday report"), { due: { date: "2026-03-16" } }],
  ["change the dentist from thursday to friday", words("the dentist"), friday],
  ["the dentist should be on friday", words("the dentist"), friday],
  ["push it two days", { kind: "it" }, { shift: { amount: 2, unit: "days" } }],
  ["push the report back a week", words("the report"), { shift: { amount: 1, unit: "week" } }],
  ["bring the meeting forward an hour", words("the meeting"), { shift: { amount: -1, unit: "hour" } }],
  ["snooze it until monday", { kind: "it" }, { due: { date: "2026-03-16" } }],
  [
    "move all of today's tasks to tomorrow",
    { kind: "bulk", filter: { view: "today" } },
    { due: { date: "2026-03-12" } },
  ],
  ["remove the due date from milk", words("milk"), { due: "remove" }],
  ["repeat the report every friday", words("the report"), { recurrence: "FREQ=WEEKLY;BYDAY=FR" }],
  ["stop repeating the report", words("the report"), { recurrence: "remove" }],
  ["rename milk to oat milk", words("milk"), { title: "oat milk" }],
  ["change milk to oat milk", words("milk"), { title: "oat milk" }],
  ["make the report high priority", words("the report"), { priority: "high" }],
  ["set the priority of milk to low", words("milk"), { priority: "low" }],
  ["the report is urgent", words("the report"), { priority: "high" }],
  ["tag milk with home and shop", words("milk"), { addTags: ["home", "shop"] }],
  ["add #work to the report", words("the report"), { addTags: ["work"] }],
  ["remove the tag home from milk", words("milk"), { removeTags: ["home"] }],
  ["add a note to the dentist: bring x-rays", words("the dentist"), { description: "bring x-rays" }],
])("%s is a change", (text, target, patch) => {
  expect(understand(text, wednesday)).toMatchObject([{ do: "update", target, patch }]);
});

test.each([
  ["what's due today?", { view: "today" }],
  ["show my overdue tasks", { view: "overdue" }],
  ["what do I have to do tomorrow", { dueFrom: "2026-03-12", dueTo: "2026-03-12" }],
  ["what about next week?", { dueFrom: "2026-03-16", dueTo: "2026-03-22" }],
  ["do I have anything about the dentist?", { text: "dentist" }],
  ["find the task about taxes", { text: "taxes" }],
  ["which tasks are high priority", { priority: "high" }],
  ["tasks tagged work", { tag: "work" }],
  ["what did I finish?", { view: "completed" }],
  ["what's in the bin", { view: "bin" }],
  ["anything without a date?", { view: "inbox" }],
  ["show me everything", {}],
  ["my tasks", {}],
])("%s asks for tasks", (text, filter) => {
  expect(understand(text, wednesday)).toMatchObject([{ do: "list", filter }]);
  const [command] = understand(text, wednesday);
  expect(command && "filter" in command && command.filter).toEqual(filter);
});

test.each([
  "hello",
  "thanks!",
  "how are you?",
  "what can you do?",
  "who are you?",
  "good morning",
  "that's great",
  "tell me a joke",
  "what's the weather like tomorrow",
  "play some jazz",
  "turn on the kitchen lights",
  "who won the game last night",
  "what's 5 plus 3",
  "translate hello to french",
  "what's the capital of france",
  "set an alarm for 7am",
  "book me a flight to Paris",
  "how do I cook rice?",
  "is it going to rain on friday?",
  "it was a long day yesterday",
  "you are useless",
])("%s asks for no change", (text) => {
  expect(understand(text, wednesday).map((command) => command.do)).toEqual([expect.stringMatching(/^(talk|decline)$/)]);
});

test("words that may be a task or nothing are asked about", () => {
  expect(understand("milk", wednesday)).toMatchObject([{ do: "unclear", task: { title: "milk" } }]);
});

const reference = { now: wednesday.now, timezone: wednesday.timeZone };

test("parse tells intent, title, due, recurrence and target of the words alone", () => {
  expect(parse("water the plants every sunday at 9am", reference)).toMatchObject({
    intent: "create",
    slots: { title: "water the plants", due: "2026-03-15T09:00", recurrence: "FREQ=WEEKLY;BYDAY=SU", target: null },
  });
  expect(parse("rename milk to oat milk", reference)).toMatchObject({
    intent: "update",
    slots: { title: "oat milk", target: "milk" },
  });
  expect(parse("what's the weather?", reference).intent).toBe("out_of_scope");
});
