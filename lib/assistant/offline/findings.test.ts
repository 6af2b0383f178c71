import { expect, test } from "vitest";
import { conversation, task, wednesday } from "./testing";
import { understand } from "./understand";

const dos = (text: string) => understand(text, wednesday).map((command) => command.do);

test.each([
  "ask Ana to check it",
  "remind Bob to check that",
  "she will mark it",
  "the essay is with Tom, he'll check it",
])("%s ticks nothing off", (text) => expect(dos(text)).not.toContain("complete"));
test.each(["the cookies are baked, mark it", "rent is paid, check it off", "I watered the plants so tick them off"])(
  "%s ticks it off",
  (text) => expect(dos(text)).toEqual(["complete"]),
);

test.each(["skip my yoga class this week", "skip yoga this week", "skip the yoga tomorrow"])(
  "%s deletes nothing, and keeps the repetition",
  async (text) => {
    const talk = conversation([task(1, "Yoga class", { dueDate: "2026-03-12", recurrence: "FREQ=WEEKLY;BYDAY=TH" })]);
    await talk.say("when is yoga?");
    expect((await talk.say(text)).changes).toEqual([]);
    await talk.say("next thursday");
    expect(talk.tasks()).toMatchObject([{ dueDate: "2026-03-19", recurrence: "FREQ=WEEKLY;BYDAY=TH", inBin: false }]);
  },
);

test.each(["split the bill with Ana at 10:30", "divide the plants on sunday 9:15"])(
  "%s is no list of parts",
  (text) => {
    expect(dos(text)).not.toContain("say");
  },
);
test("in a list of things to add a split is one of them", () => {
  expect(dos("- split the logs in pieces\n- buy milk")).toEqual(["create", "create"]);
});

test.each(["not now", "leave me alone", "just leave us in peace"])(
  "%s, after a refusal, names nothing to keep",
  async (said) => {
    const talk = conversation([task(1, "Eggs"), task(2, "Milk")], undefined, ({ name }) => name === "delete_task");
    await talk.say("delete everything");
    const { changes, reply } = await talk.say(said);
    expect(changes).toEqual([]);
    expect(reply).not.toContain("leave out by");
  },
);

test("what was put back by a word other than redo counts as done again", async () => {
  const talk = conversation([task(1, "Eggs"), task(2, "Milk")]);
  for (const message of ["mark eggs done", "mark milk done", "undo", "undo", "put them back"]) await talk.say(message);
  await talk.say("redo");
  expect(talk.tasks().map(({ isCompleted }) => isCompleted)).toEqual([true, true]);
});

test.each(["could I delete the dentist?", "should I cancel the dentist?", "may I remove the dentist?"])(
  "%s asks whether to, and deletes nothing",
  async (text) => {
    const talk = conversation([task(1, "Dentist")]);
    expect((await talk.say(text)).changes).toEqual([]);
  },
);
