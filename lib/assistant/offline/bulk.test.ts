import { expect, test } from "vitest";
import { stepper } from "./reply";
import { conversation, task, wednesday } from "./testing";
import { understand } from "./understand";

const weekend = () => [
  task(1, "Wash the car", { dueDate: "2026-03-14" }),
  task(2, "Call mum", { dueDate: "2026-03-14", dueTime: "10:00" }),
  task(3, "Pay rent", { dueDate: "2026-03-13" }),
  task(4, "Read a book"),
  task(5, "Mow the lawn", { dueDate: "2026-03-14" }),
];

test.each([
  "move everything from Saturday to Sunday",
  "move all tasks from saturday to sunday",
  "move everything due on saturday to sunday",
  "reschedule Saturday's tasks for Sunday",
  "move tasks from Saturday to Sunday",
])("%s moves that day's alone, equal changes in one call", async (text) => {
  expect((await conversation(weekend()).say(text)).changes).toEqual([
    { name: "update_task", input: { numbers: [1, 5], patch: { due: "2026-03-15" } } },
    { name: "update_task", input: { numbers: [2], patch: { due: "2026-03-15T10:00" } } },
  ]);
});

test.each([
  "Move everything overdue to tomorrow",
  "postpone everything that is overdue to tomorrow",
  "reschedule all overdue tasks to tomorrow",
  "move anything overdue to tomorrow",
])("%s leaves what isn't late alone", (text) => {
  expect(understand(text, wednesday)).toMatchObject([
    { do: "update", target: { kind: "bulk", filter: { view: "overdue" } }, patch: { due: { date: "2026-03-12" } } },
  ]);
});

test.each([
  ["delete everything from saturday", "delete_task", { numbers: [1, 2, 5] }],
  ["delete saturday's tasks", "delete_task", { numbers: [1, 2, 5] }],
  ["complete all tasks due friday", "set_task_complete", { numbers: [3], completed: true }],
  ["complete the tasks for friday", "set_task_complete", { numbers: [3], completed: true }],
  ["mark friday's tasks as done", "set_task_complete", { numbers: [3], completed: true }],
])("%s speaks of that day alone", async (text, name, input) => {
  expect((await conversation(weekend()).say(text)).changes).toEqual([{ name, input }]);
});

test.each([
  "delete everything from my boss",
  "complete everything on saturday and sunday",
  "move everything from saturday morning to monday",
  "postpone everything due on saturday",
])("%s is asked about, and changes nothing", async (text) => {
  const { changes, reply } = await conversation(weekend()).say(text);
  expect(changes).toEqual([]);
  expect(reply).toMatch(/\?$|Say both/);
});

test.each([
  ["delete everything not tagged work", [2]],
  ["delete everything except the slides", [2]],
  ["delete all but #2", [1]],
  ["complete everything other than milk", [1]],
])("%s leaves out what it names", async (text, numbers) => {
  const talk = conversation([task(1, "Slides", { tags: ["work"] }), task(2, "Milk")]);
  expect((await talk.say(text)).changes).toMatchObject([{ input: { numbers } }]);
});

test("what is to be left out must be known", async () => {
  const talk = conversation([task(1, "Slides"), task(2, "Milk")]);
  const { changes, reply } = await talk.say("delete everything except the piano");
  expect(changes).toEqual([]);
  expect(reply).toMatch(/\?$/);
});

test("what follows a list stands in a paragraph of its own", async () => {
  const { reply } = await conversation(weekend()).say("delete everything");
  expect(reply).toContain("#5 Mow the lawn, Sat 14 Mar\n\nThey are in the bin.");
});

const many = (count: number, dueDate: string | null = null) =>
  Array.from({ length: count }, (_, i) => task(i + 1, `Thing ${i}`, { dueDate }));

test("more tasks than one message can change are counted", async () => {
  const talk = conversation(many(230));
  const first = await talk.say("complete everything");
  expect(first.changes.map(({ input }) => (input.numbers as number[]).length)).toEqual([200]);
  expect(first.reply).toMatch(/\n\nThat was 200 of 230; say it again for the rest\.$/);
  expect((await talk.say("complete everything")).reply).not.toContain("again");
});

test("a large move says it again when the moved no longer fit, and is to be narrowed when they do", async () => {
  const dated = await conversation(many(230, "2026-03-14")).say("move everything from saturday to sunday");
  expect(dated.reply).toMatch(/That was 200 of 230; say it again for the rest\.$/);
  const all = await conversation(many(230)).say("move everything to sunday");
  expect(all.reply).toMatch(/That was 200 of 230; name the rest by day, tag or priority\.$/);
});

test.each([
  "no",
  "no, keep them",
  "no thanks",
  "don't",
  "leave them",
  "no, leave them as they are",
  "keep everything",
  "please don't delete them",
  "no, I still need those",
])("after a refused approval %s is about what was refused", (said) => {
  const deletion = { name: "delete_task", input: {}, result: { status: "denied" as const, message: "" } };
  const seen = weekend().map((one) => ({ ...one, occurrence: null, completedAt: null, notes: null }));
  const answer = {
    tasks: seen,
    total: 5,
    more: 0,
    nextCursor: null,
    unchanged: [],
    note: null,
    undone: [],
    counts: {},
  };
  const listing = {
    name: "list_tasks",
    input: {},
    result: { status: "ok" as const, answer: { ...answer, urgent: [], doneLately: [], lastChange: null } },
  };
  const turns = [
    { said: "delete everything", steps: [[listing], [deletion]], spoken: "Delete 5 tasks?" },
    { said, steps: [], spoken: "" },
  ];
  expect(stepper(wednesday, (today) => (text) => understand(text, today))(turns)).toMatchObject({
    kind: "say",
    outcome: { text: "All right, I left it as it was: nothing was changed.", pending: null },
  });
});

test.each(["refuse", "reject it", "deny"])("%s after a refusal that was told says that nothing waits", async (said) => {
  const talk = conversation(weekend(), wednesday, ({ name }) => name === "delete_task");
  expect((await talk.say("delete everything")).reply).toBe("All right, I left it as it was: nothing was changed.");
  expect(await talk.say(said)).toMatchObject({ reply: "Nothing is waiting for your answer.", changes: [] });
});

test.each([
  ["approve", "That is done: deleting 5 tasks."],
  ["no", "That is done already: deleting 5 tasks. Say “undo” to take it back."],
])("%s after it was approved and done says what is true", async (said, reply) => {
  const talk = conversation(weekend());
  await talk.say("delete everything");
  expect(await talk.say(said)).toMatchObject({ reply, changes: [] });
});

test("a verdict with nothing to decide says so", async () => {
  expect((await conversation(weekend()).say("approve")).reply).toBe("Nothing is waiting for your answer.");
});
