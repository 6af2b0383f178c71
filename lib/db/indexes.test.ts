import { beforeAll, expect, test } from "vitest";
import { db } from "./client";
import { makeConversation, makeUser } from "./testing";
import { inTransaction } from "./transaction";

// The indexes that stand by hand in the migration, where no comparison with schema.prisma watches over them. A search
// must repeat an index's expression word for word; these are the words.

let user: string;

beforeAll(async () => {
  const ada = await makeUser();
  const conversation = await makeConversation(ada);
  user = `'${ada.id}'`;
  const many = `FROM generate_series(2, 3000) AS n`;
  const id = `gen_random_uuid()`;
  await db.$executeRawUnsafe(`INSERT INTO "Task" ("userId", "id", "number", "title", "position")
    SELECT ${user}, ${id}, n, 'Task ' || md5(n::text), 'a' || n ${many}`);
  await db.$executeRawUnsafe(`INSERT INTO "Conversation" ("userId", "id", "title")
    SELECT ${user}, ${id}, 'About ' || md5(n::text) ${many}`);
  await db.$executeRawUnsafe(`INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content")
    SELECT ${user}, ${id}, '${conversation.id}', n, 'USER', 'COMPLETED', 'Hi ' || md5(n::text) ${many}`);
  await db.$executeRawUnsafe(`INSERT INTO "ToolCallLog" ("userId", "id", "source", "toolName", "parameters", "status", "error")
    SELECT ${user}, ${id}, 'UI', 'create_task', '{}', 'ERROR', 'No' ${many}`);
  await db.$executeRawUnsafe("ANALYZE");
});

/** What the server would do, if reading all of so small a table weren't the cheapest of all. */
async function plan(sql: string): Promise<string> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const rows = await tx.$queryRawUnsafe<{ "QUERY PLAN": unknown }[]>(`EXPLAIN (FORMAT JSON) ${sql}`);
    return JSON.stringify(rows[0]?.["QUERY PLAN"]);
  });
}

// Of trigrams without the owner: among the rows of one person alone, reading them all would be cheaper.
const words = `plainto_tsquery('simple', '${"0123abcd".repeat(4)}')`;

test.each([
  [
    "Task_search",
    `"Task" WHERE "userId" = $ AND to_tsvector('simple', "title" || ' ' || coalesce("description", '')) @@ ${words}`,
  ],
  ["Conversation_words", `"Conversation" WHERE "userId" = $ AND docket_words(coalesce("title", '')) @@ ${words}`],
  ["Message_words", `"Message" WHERE "userId" = $ AND docket_words("content") @@ ${words}`],
  ["Task_title_trigrams", `"Task" WHERE "title" ILIKE '%0123abcd%'`],
  ["Task_title_trigrams", `"Task" WHERE 'tsk 0123abcd' <% "title"`],
  ["Conversation_title_trigrams", `"Conversation" WHERE "title" ILIKE '%0123abcd%'`],
  ["Message_one_active_reply", `"Message" WHERE "status" IN ('PENDING', 'PROCESSING') AND "leaseUntil" < now()`],
  ["ToolCallLog_open", `"ToolCallLog" WHERE "status" = 'EXECUTING' AND "startedAt" < now() - interval '1 minute'`],
])("%s serves its search", async (index, rest) => {
  expect(await plan(`SELECT * FROM ${rest.replace("$", user)}`)).toContain(`"${index}"`);
});
