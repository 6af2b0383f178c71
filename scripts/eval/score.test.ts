import { expect, test } from "vitest";
import type { Gold } from "./gold";
import type { StateTask } from "./prediction";
import { scoreDates } from "./score-dates";
import { scoreDialogues } from "./score-dialogues";
import { scoreIntents } from "./score-intents";
import { scoreSlots } from "./score-slots";

const reference = { reference_time: "2026-03-11T09:00:00", timezone: "America/New_York" };
const byId = <One extends { id: string }>(...all: One[]) => new Map(all.map((one) => [one.id, one]));

test("intents: four of six are right, one chat would have made a task", () => {
  const gold: Gold["intents"][] = [
    { id: "1", text: "add milk", intent: "create", voice: "terse" },
    { id: "2", text: "cross off milk", intent: "complete", accept: ["delete"], voice: "terse" },
    { id: "3", text: "what's up", intent: "smalltalk_or_help", voice: "chatty" },
    { id: "4", text: "weather?", intent: "out_of_scope", voice: "chatty" },
    { id: "5", text: "what's due?", intent: "list", voice: "chatty" },
    { id: "6", text: "call Bob", intent: "create", voice: "chatty" },
  ].map((one) => ({ ...one, ...reference }) as Gold["intents"]); // the intents are spelled as they should be
  const said = ["create", "delete", "create", "out_of_scope", "list"];
  const score = scoreIntents(gold, byId(...said.map((intent, place) => ({ id: String(place + 1), intent }))));
  expect(score.figures).toEqual({
    n: 6,
    missing: 1,
    accuracy: 66.7,
    accuracy_strict: 50,
    // create 50, list 100, complete 100, chat 0, other 100
    macro_f1: 70,
    task_intent_accuracy: 75,
    mutation_on_non_task_rate: 50,
    wrong_mutation_rate: 16.7,
  });
  expect(score.tables.per_class?.create).toEqual({ n: 2, precision: 50, recall: 50, f1: 50 });
  expect(score.tables.per_voice).toEqual({ chatty: { n: 4, accuracy: 50 }, terse: { n: 2, accuracy: 100 } });
  expect(score.tables.per_source).toBeUndefined();
  expect(score.tables.confusion?.create).toEqual({ create: 1, MISSING: 1 });
  expect(score.wrong.map(({ id }) => id)).toEqual(["3", "6"]);
});

test("slots: only what a record names is scored", () => {
  const gold: Gold["slots"][] = [
    { id: "1", text: "", expected: { title: ["dentist", "go to the dentist"], due: "2026-03-12", recurrence: null } },
    { id: "2", text: "", expected: { title: "bins", due: "2026-03-17", recurrence: "FREQ=WEEKLY" } },
    { id: "3", text: "", expected: { target: "buy oat milk", due: null } },
  ].map((one) => ({ ...one, ...reference }));
  const nothing = { due: null, recurrence: null };
  const score = scoreSlots(
    gold,
    byId(
      { id: "1", title: "The dentist", due: "2026-03-12T10:00", recurrence: null },
      { id: "2", title: "the green bins", due: "2026-03-18", recurrence: "FREQ=WEEKLY;BYDAY=TU" },
      { id: "3", title: null, target: "oat milk", ...nothing, due: "2026-03-11" },
    ),
  );
  expect(score.figures).toEqual({
    n: 3,
    missing: 0,
    title_exact: 0,
    title_normalised: 50,
    // "dentist" 1, "bins" in "green bins" 2/3
    title_token_f1: 83.3,
    target: 100,
    due_exact_when_present: 50,
    due_date_part_when_present: 50,
    false_due_when_absent: 100,
    recurrence_when_present: 100,
    false_recurrence: 0,
    joint_exact: 33.3,
  });
  expect(score.counts).toEqual({ due_present: 2, due_absent: 1, recurrence_present: 1 });
});

test("dates: the day alone is half an answer, and none is counted", () => {
  const gold: Gold["dates"][] = [
    { id: "1", text: "tomorrow at 5", accept: ["2026-03-12T17:00", "2026-03-12T05:00"], grain: "datetime" },
    { id: "2", text: "tomorrow at 6", accept: ["2026-03-12T18:00"], grain: "datetime" },
    { id: "3", text: "next week", accept: [], range: ["2026-03-16", "2026-03-23"], grain: "range" },
    { id: "4", text: "in spring", accept: ["2026-03-20"], grain: "date" },
  ].map((one) => ({ ...one, ...reference }) as Gold["dates"]); // a range is a pair
  const said = ["2026-03-12T17:00", "2026-03-12", "2026-03-18", null];
  const score = scoreDates(gold, byId(...said.map((iso, place) => ({ id: String(place + 1), iso }))));
  expect(score.figures).toEqual({ n: 4, exact: 50, date_part: 75, none: 1 });
  expect(score.tables.per_grain?.datetime).toEqual({ n: 2, exact: 50, date_part: 100, none: 0 });
});

const task = (title: string, overrides: Partial<StateTask> = {}): StateTask => ({
  title,
  completed: false,
  due: null,
  priority: null,
  tags: [],
  recurrence: null,
  ...overrides,
});

const dialogue = (overrides: Partial<Gold["dialogues"]>): Gold["dialogues"] => ({
  id: "1",
  name: "milk",
  tags: ["complete"],
  ...reference,
  initial: [
    { key: "milk", ...task("Milk") },
    { key: "bread", ...task("Bread") },
  ],
  turns: [{ user: "got the milk" }],
  auto_confirm: false,
  final_any: [[task("Milk", { completed: true }), task("Bread")]],
  must_not_change: ["bread"],
  ...overrides,
});

test("dialogues: the end state counts as a set, and what must stay must stay", () => {
  const final = [task("bread"), task("milk", { completed: true })];
  const right = { id: "1", final, turns: [{ reply: "Done: Milk.", state: final }] };
  expect(scoreDialogues([dialogue({})], byId(right)).figures).toMatchObject({ pass: 100, end_state_exact: 100 });
  const both = final.map((one) => ({ ...one, completed: true }));
  const wrong = { id: "1", final: both, turns: [{ reply: "Done.", state: both, claimsWithoutEffect: true }] };
  expect(scoreDialogues([dialogue({})], byId(wrong)).figures).toMatchObject({
    pass: 0,
    end_state_title_and_completion: 0,
    nothing_else_changed: 0,
    asked_when_it_must: null,
    claims_without_effect: 1,
  });
});

test("dialogues: a question that must be asked leaves everything as it was", () => {
  const gold = dialogue({ turns: [{ user: "done", must_ask: true }], final_any: [[task("Milk"), task("Bread")]] });
  const asked = (reply: string, state: StateTask[]) =>
    scoreDialogues([gold], byId({ id: "1", final: [task("Milk"), task("Bread")], turns: [{ reply, state }] })).figures;
  expect(asked("Which one?", [task("Milk"), task("Bread")])).toMatchObject({ pass: 100, asked_when_it_must: 100 });
  expect(asked("Say which.", [task("Milk"), task("Bread")])).toMatchObject({ pass: 0, asked_when_it_must: 0 });
  expect(asked("Which one?", [task("Bread")])).toMatchObject({ pass: 0, asked_when_it_must: 0 });
});

test("dialogues: replies are searched whatever their case", () => {
  const end = [task("Milk", { completed: true }), task("Bread")];
  const scored = (reply: Gold["dialogues"]["turns"][number]["reply"]) =>
    scoreDialogues(
      [dialogue({ turns: [{ user: "", reply }] })],
      byId({ id: "1", final: end, turns: [{ reply: "Done: **Milk**. Bread is left.", state: end }] }),
    ).figures.reply_checks;
  expect(scored({ all: ["MILK", "bread"], none: ["eggs"] })).toBe(100);
  expect(scored({ any: ["eggs", "left"] })).toBe(100);
  expect(scored({ all: ["milk"], none: ["bread"] })).toBe(0);
});

test("a dialogue without an answer is missing and has failed", () => {
  expect(scoreDialogues([dialogue({})], new Map()).figures).toMatchObject({ missing: 1, pass: 0, end_state_exact: 0 });
});
