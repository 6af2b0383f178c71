import { Client } from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { publish } from "@/lib/live/bus";
import { makePerson } from "./testing";

// What a click asks of the database. The route asks once more, who is asking; other instances are told by one statement after the
// answer, of all that happened meanwhile. BEGIN and COMMIT are not counted.

vi.mock("@/lib/live/bus", () => ({ publish: vi.fn() }));

beforeEach(() => vi.restoreAllMocks());

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const query = Client.prototype.query;
  const spy = vi.spyOn(Client.prototype, "query").mockImplementation(function (this: Client, ...asked: unknown[]) {
    const [first] = asked;
    said.push(typeof first === "string" ? first : String(Reflect.get(Object(first), "text")));
    return Reflect.apply(query, this, asked);
  });
  await work();
  spy.mockRestore();
  return said.filter((text) => !/^(BEGIN|COMMIT|SET TRANSACTION)/.test(text));
}

async function makeHousehold() {
  const person = await makePerson();
  await person.add("Move house");
  await person.run("create_task", { title: "Pack", parent: 1 });
  await person.run("create_task", { title: "Water the plants", due: "today", recurrence: "FREQ=WEEKLY" });
  await person.add("Buy milk", "Buy bread");
  return person;
}

/** Six of them, and those of the route and of the notice, make eight. */
const most = 6;

test.each([
  ["create_task", { title: "New" }],
  ["create_task", { title: "New", parent: 1 }],
  ["update_task", { numbers: [4], patch: { title: "Buy oat milk", due: "tomorrow" }, version: 1 }],
  ["update_task", { numbers: [4], patch: { parent: 1 } }],
  ["update_task", { numbers: [1, 2, 3, 4, 5], patch: { priority: "high" } }],
  ["set_task_complete", { numbers: [4], completed: true }],
  ["set_task_complete", { numbers: [1], completed: true, subtasks: "complete" }],
  ["set_task_complete", { numbers: [3], completed: true }],
  ["delete_task", { numbers: [1] }],
  ["move_task", { number: 5, after: 1, before: null }],
] as const)("%s %j asks the database no more than it has to", async (name, input) => {
  const { attempt } = await makeHousehold();
  const said = await statementsOf(async () => {
    expect(await attempt(name, { ...input })).toMatchObject({ status: "SUCCESS" });
  });
  expect(said.length, said.join("\n")).toBeLessThanOrEqual(most);
  expect(said.length).toBeGreaterThan(2);
  expect(publish).toHaveBeenCalled();
});

test("an undo asks no more than what it takes back did", async () => {
  const { run, attempt } = await makeHousehold();
  const { call } = await run("update_task", { numbers: [4, 5], patch: { priority: "high" } });
  const said = await statementsOf(async () => {
    expect(await attempt("undo_change", { call: call.id })).toMatchObject({ status: "SUCCESS" });
  });
  expect(said.length, said.join("\n")).toBeLessThanOrEqual(most);
});
