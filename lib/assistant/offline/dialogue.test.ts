import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Buy milk", { tags: ["shopping"] }),
  task(2, "Call the dentist", { dueDate: "2026-03-13", dueTime: "15:00" }),
  task(3, "Dentist bill", { dueDate: "2026-03-09" }),
  task(4, "Pay rent", { dueDate: "2026-03-11" }),
  task(5, "Call mum"),
  task(6, "Lunch with Ana", { dueDate: "2026-03-18", dueTime: "13:00" }),
  task(7, "Weekly report", { dueDate: "2026-03-13", tags: ["work"] }),
  task(8, "Weekly report", { dueDate: "2026-03-15", tags: ["scouts"] }),
];

/** Says all of them in one conversation, and gives what the last one led to. */
async function after(...messages: string[]) {
  const talk = conversation(list());
  const [last = "", ...before] = messages.toReversed();
  for (const message of before.toReversed()) await talk.say(message);
  return {
    ...(await talk.say(last)),
    talk,
    task: (number: number) => talk.tasks().find((one) => one.number === number),
  };
}

test.each([
  ["both lol", [2, 3]],
  ["the one on friday", [2]],
  ["hm, the earlier one please", [3]],
  ["not the bill", [2]],
  ["3", [3]],
  ["the last one", [3]],
])("which dentist? %s", async (answer, numbers) => {
  expect((await after("delete the dentist", answer)).changes).toEqual([{ name: "delete_task", input: { numbers } }]);
});

test.each([
  ["the work one", 7],
  ["the one for sunday", 8],
])("of two tasks with one title %s is told apart", async (answer, number) => {
  expect((await after("mark the weekly report as done", answer)).changes[0]?.input).toMatchObject({
    numbers: [number],
  });
});

test.each(["hm neither, forget it", "nah, leave it", "no thanks"])("%s drops the question", async (answer) => {
  const { changes, reply } = await after("delete the dentist", answer);
  expect(changes).toEqual([]);
  expect(reply).toBe("All right, I changed nothing.");
});

test("a yes to several tasks is asked again, and the answer still counts", async () => {
  const { reply, talk } = await after("delete the dentist", "yes");
  expect(reply).toMatch(/Which one should I delete\?$/);
  expect((await talk.say("the bill")).changes).toEqual([{ name: "delete_task", input: { numbers: [3] } }]);
});

test("another command instead of an answer is carried out, and the question is dropped", async () => {
  const { changes, talk } = await after("delete the dentist", "oh btw add teflon tape");
  expect(changes).toEqual([{ name: "create_task", input: { title: "teflon tape" } }]);
  expect((await talk.say("yes")).changes).toEqual([]);
});

test("a date that was missing is asked for, and a bare day is the answer", async () => {
  const { reply } = await after("reschedule the rent");
  expect(reply).toBe("**Pay rent** is set for today, Wed 11 Mar. When should it be instead?");
  const { changes } = await after("reschedule the rent", "um friday at 5");
  expect(changes).toEqual([{ name: "update_task", input: { numbers: [4], patch: { due: "2026-03-13T17:00" } } }]);
});

test("a yes may say more", async () => {
  const { changes } = await after("bananas", "yes, tomorrow");
  expect(changes).toEqual([{ name: "create_task", input: { title: "bananas", due: "2026-03-12" } }]);
});

test("a bare hour is in the half of the day in which the task stands", async () => {
  const { changes } = await after("move lunch with ana to thursday", "make it 2");
  expect(changes).toMatchObject([{ input: { patch: { due: "2026-03-12T14:00" } } }]);
});

test("undo goes back as far as it is told to", async () => {
  const { changes, task: find } = await after("complete milk", "add cheese", "undo the last two changes");
  expect(changes).toHaveLength(2);
  expect([find(1)?.isCompleted, find(9)?.inBin]).toEqual([false, true]);
});

test("what was undone can be done again", async () => {
  const { task: find } = await after("add cheese", "undo", "redo that");
  expect(find(9)?.inBin).toBe(false);
  expect((await after("complete milk", "undo", "redo")).task(1)?.isCompleted).toBe(true);
});

test("an undo that would reach back over other messages says what it would take back", async () => {
  const { reply, changes, talk } = await after("delete milk", "what's overdue?", "hi", "thanks", "undo");
  expect(changes).toEqual([]);
  expect(reply).toBe("The last change here was deleting **Buy milk**. Shall I undo that?");
  expect((await talk.say("yes")).reply).toBe("Undid deleting **Buy milk**.");
});

test("what was deleted comes back", async () => {
  expect((await after("delete milk", "bring it back")).task(1)?.inBin).toBe(false);
});

test.each([
  [["add cheese", "what did you just do?"], "The last thing I did was adding **cheese**."],
  [["move the rent to friday", "undo", "what was the last thing you did?"], "I took back changing **Pay rent**."],
  [["what did you just change?"], "I haven't changed anything in this conversation yet."],
])("%j is answered from the conversation", async (messages, reply) => {
  expect((await after(...messages)).reply).toBe(reply);
});

test.each([
  [["move the rent to friday", "same for the milk"], 1, { due: "2026-03-13" }],
  [["move the rent to friday", "and mum too"], 5, { due: "2026-03-13" }],
  [["make the rent high priority", "call mum as well"], 5, { priority: "high" }],
])("%j does the same to another task", async (messages, number, patch) => {
  expect((await after(...messages)).changes).toEqual([{ name: "update_task", input: { numbers: [number], patch } }]);
});

test("another thing is added for the same day", async () => {
  const { changes } = await after("add eggs tomorrow", "and bread too");
  expect(changes).toEqual([{ name: "create_task", input: { title: "bread", due: "2026-03-12" } }]);
});

test("a time alone is for the task that was spoken of", async () => {
  const { changes } = await after("when's lunch with ana?", "half an hour earlier please, they rang");
  expect(changes).toMatchObject([{ input: { numbers: [6], patch: { due: "2026-03-18T12:30" } } }]);
});

test("a question offers its answers beside the text", async () => {
  const { talk } = await after("delete the dentist");
  expect(talk.choices()).toEqual([
    { label: "Call the dentist", text: "#2" },
    { label: "Dentist bill", text: "#3" },
  ]);
  await talk.say("#3");
  expect(talk.choices()).toEqual([]);
});

test("one look serves all that one message speaks of", async () => {
  const { calls } = await after("complete milk, delete mum and move the rent to friday");
  expect(calls.map(({ name }) => name)).toEqual(["list_tasks", "set_task_complete", "delete_task", "update_task"]);
});

test("in a list of thousands a task is searched for", async () => {
  const many = Array.from({ length: 300 }, (_, i) => task(i + 1, `Thing ${i}`));
  const talk = conversation([...many, task(301, "Water the plants")]);
  const { calls, changes } = await talk.say("mark the plants as done");
  expect(calls.filter(({ name }) => name === "list_tasks")).toHaveLength(2);
  expect(changes).toEqual([{ name: "set_task_complete", input: { numbers: [301], completed: true } }]);
});

test("words that name a task and its priority change it, and add it only where there is none", async () => {
  expect((await after("call mum: high priority")).changes).toMatchObject([
    { name: "update_task", input: { numbers: [5] } },
  ]);
  expect((await after("call Bob: high priority")).changes).toMatchObject([{ name: "create_task" }]);
});
