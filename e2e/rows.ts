import pg from "pg";
import { required } from "./fixtures";
import type { Person } from "./people";

async function query(sql: string, ...values: unknown[]) {
  const client = new pg.Client({ connectionString: required(process.env.DATABASE_URL) });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** So many conversations, as years of use would leave them. */
export const collect = (person: Person, count: number, pinned = false) =>
  query(
    `INSERT INTO "Conversation" ("userId", "id", "title", "pinnedAt")
    SELECT u."id", gen_random_uuid(), 'Talk number ' || n, CASE WHEN $3 THEN now() END
    FROM "User" u, generate_series(1, $2::int) AS n WHERE u."email" = $1`,
    person.email,
    count,
    pinned,
  );

/** So many messages before those that a conversation gets later. */
export const grow = (conversationId: string, count: number) =>
  query(
    `WITH here AS (
      UPDATE "Conversation" SET "nextSeq" = "nextSeq" + $2::int WHERE "id" = $1::uuid RETURNING "userId", "id", "nextSeq" - $2::int AS first
    )
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content")
    SELECT "userId", gen_random_uuid(), here."id", n, 'USER', 'COMPLETED', 'Thought number ' || n
    FROM here, generate_series(first, first + $2::int - 1) AS n`,
    conversationId,
    count,
  );

/** As if the moment had come for which the reminders of a task of theirs wait. */
export const comeDue = (person: Person, title: string) =>
  query(
    `UPDATE "Reminder" r SET "at" = now() FROM "User" u, "Task" t
    WHERE u."email" = $1 AND r."userId" = u."id" AND t."userId" = u."id" AND t."id" = r."taskId" AND t."title" = $2`,
    person.email,
    title,
  );

/** So many open tasks without a date, numbered on from those that are there. */
export const plan = (person: Person, count: number) =>
  query(
    `WITH here AS (
      UPDATE "User" SET "nextTaskNumber" = "nextTaskNumber" + $2::int WHERE "email" = $1 RETURNING "id", "nextTaskNumber" - $2::int AS first
    )
    INSERT INTO "Task" ("userId", "id", "number", "title", "position", "tags")
    SELECT here."id", gen_random_uuid(), n, 'Thing number ' || n, 'c' || lpad(n::text, 6, '0') || 'V', '{}'
    FROM here, generate_series(first, first + $2::int - 1) AS n`,
    person.email,
    count,
  );
