import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { accountCases, taskCases } from "./catalogue/account-cases";
import { callCases } from "./catalogue/call-cases";
import { messageCases } from "./catalogue/conversation-cases";
import { plans, reminderCases } from "./catalogue/reminder-cases";
import { ada, attempt, fine, insert, its, setStage, type Table, update } from "./catalogue/stage";
import { read, stamps } from "./catalogue/stamp-cases";
import { uncovered } from "./catalogue/uncovered";
import { sessionAddress } from "./connection";

// The database is the last to say no, so it is the one that is asked: each statement here goes straight to it, and the
// last test reads from its catalogue that nothing in it was left out.

let client: Client;
/** What refused or stamped, as the database itself reported it. */
const seen = new Set<string>();

beforeAll(async () => {
  client = new Client({ connectionString: sessionAddress(env.DATABASE_URL) });
  await client.connect();
  await setStage(client);
});

afterAll(() => client.end());

test.each(Object.keys(fine) as Table[])("a fine row of %s is taken", async (table) => {
  expect(await attempt(client, insert(table))).toMatchObject({ refusedBy: null });
});

test.each([...accountCases, ...taskCases, ...messageCases, ...callCases, ...reminderCases])(
  "$by refuses: $says",
  async ({ by, statements }) => {
    const { refusedBy, state } = await attempt(client, ...statements);
    expect(refusedBy).toBe(by);
    expect(state).toMatch(/^(23503|23505|23514|DK0\d\d)$/);
    seen.add(by);
  },
);

test.each(stamps)("$trigger writes $column by the database's clock", async (stamp) => {
  const disabled = `ALTER TABLE "${stamp.table}" DISABLE TRIGGER "${stamp.trigger}"`;
  const stamped = await attempt(client, ...stamp.statements, read(stamp));
  expect(stamped.rows).toEqual([{ isNow: true }]);
  // Without the trigger what was sent would stand, so it is the trigger that did it.
  const sent = await attempt(client, disabled, ...stamp.statements, read(stamp));
  expect(sent.rows).toEqual([{ isNow: false }]);
  seen.add(stamp.trigger);
});

test("every transaction that writes tasks takes the next number of the sequence, and a purge raises the floor", async () => {
  const one = update("Task", its.task, { title: "'Buy more milk'" });
  const more = insert("Task");
  const told = `SELECT max("changed") AS "changed", max(u."taskSeq") AS "seq", max(u."taskSeqFloor") AS "floor"
    FROM "User" u LEFT JOIN "Task" t ON t."userId" = u."id" WHERE u."id" = ${ada}`;
  expect((await attempt(client, told)).rows).toEqual([{ changed: 1, seq: 1, floor: 0 }]);
  expect((await attempt(client, one, more, told)).rows).toEqual([{ changed: 2, seq: 2, floor: 0 }]);
  expect((await attempt(client, update("Task", its.task, { changed: "99" }), told)).rows).toMatchObject([
    { changed: 2 },
  ]);
  expect((await attempt(client, `DELETE FROM "Task" WHERE "id" = ${its.task}`, told)).rows).toEqual([
    { changed: null, seq: 2, floor: 2 },
  ]);
  seen.add("Task_changed").add("Task_gone");
});

test.each(plans)("$trigger plans what follows", async ({ trigger, table, statements, rows }) => {
  expect((await attempt(client, ...statements, rows)).rows).toHaveLength(1);
  const without = await attempt(client, `ALTER TABLE "${table}" DISABLE TRIGGER "${trigger}"`, ...statements, rows);
  expect(without.rows).toEqual([]);
  seen.add(trigger);
});

test("a rule that no test covers is found", async () => {
  await client.query("BEGIN");
  await client.query('ALTER TABLE "Task" ADD CONSTRAINT "Task_planted_check" CHECK (true)');
  await client.query('CREATE UNIQUE INDEX "Task_planted_key" ON "Task" ("title") WHERE "isCompleted"');
  await client.query(
    'CREATE TRIGGER "Task_planted" BEFORE UPDATE ON "Task" FOR EACH ROW EXECUTE FUNCTION docket_created()',
  );
  const found = await uncovered(client, seen);
  await client.query("ROLLBACK");
  expect(found).toEqual(expect.arrayContaining(["Task_planted", "Task_planted_check", "Task_planted_key"]));
});

test("every rule in the catalogue was seen at work above", async () => {
  expect(await uncovered(client, seen)).toEqual([]);
});
