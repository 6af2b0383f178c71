import { beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { visited } from "@/lib/db/visited";
import { cursorAfter } from "./cursor";
import { activityOf } from "./store";

// How many rows the database looks at for a page of the record, of many thousands. Each statement is explained as the store wrote it.

let user: UserId;
const many = 6_000;
const atOnce = 1_500;

beforeAll(async () => {
  user = (await makeUser()).id;
  const other = (await makeUser()).id;
  // What a client did is long ago, and so is every call that says "harvest".
  const fill = (owner: UserId, from: number) =>
    unsafeWithoutTriggers(
      "ToolCallLog",
      (tx) => tx.$executeRaw`
      INSERT INTO "ToolCallLog" ("userId", "id", "source", "toolName", "parameters", "status", "error", "changes", "createdAt")
      SELECT ${owner}::uuid, gen_random_uuid(), CASE WHEN n > ${many} * 0.98 THEN 'MCP' ELSE 'UI' END::"ToolCallSource",
        CASE WHEN n > ${many} * 0.98 THEN 'restore_task' ELSE 'update_task' END,
        jsonb_build_object('patch', jsonb_build_object('title', 'Word' || n % 3000 || CASE WHEN n > ${many} * 0.97 THEN ' harvest' ELSE '' END)),
        CASE WHEN n % 100 = 0 THEN 'ERROR' ELSE 'SUCCESS' END::"ToolCallStatus", CASE WHEN n % 100 = 0 THEN 'No' END,
        CASE WHEN n % 100 = 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_object('number', n / 4, 'after', jsonb_build_object('title', 'Task ' || n % 3000))) END,
        now() - n * interval '1 minute'
      FROM generate_series(${from}::int, ${from + atOnce - 1}::int) AS n`,
    );
  for (let from = 1; from < many; from += atOnce) await fill(user, from);
  await fill(other, 1);
  await db.$executeRaw`VACUUM ANALYZE "ToolCallLog"`;
});

/** The rows that the statements of a page look at, in the table and in its indexes. */
const looked = (query: Parameters<ReturnType<typeof activityOf>["list"]>[0]) =>
  visited((tx) => activityOf(user, tx).list(query));

test.each([
  ["all of it", {}],
  ["what was done by hand", { source: "UI" }],
  ["what a client did, all of it long ago", { source: "MCP" }],
  ["what one tool did", { tool: "restore_task" }],
  ["what failed", { status: "ERROR" }],
  ["what waits", { waiting: true }],
  ["two days", { from: "2020-01-01", to: "2020-01-02" }],
  ["the history of a task", { task: 321 }],
  ["the history of no task", { task: 999_999 }],
] as const)("a page looks at its own rows: %s", async (_, query) => {
  const cursor = cursorAfter({ createdAt: new Date(Date.now() - 3_600_000).toISOString(), id: user });
  expect(await looked({ limit: 30, ...query })).toBeLessThan(100);
  expect(await looked({ limit: 30, ...query, cursor })).toBeLessThan(100);
});

test("words are looked for in the newest calls, and then in those that have them", async () => {
  // Few have it; many have it, and all are old; none has it.
  expect(await looked({ limit: 30, text: "word321" })).toBeLessThan(2_000);
  expect(await looked({ limit: 30, text: "harvest" })).toBeLessThan(4_000);
  expect(await looked({ limit: 30, text: "zebra" })).toBeLessThan(2_000);
});
