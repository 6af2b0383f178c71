import pg from "pg";

/** Rows written past triggers and foreign keys, as lib/db/testing.ts does for single rows: nobody could wait for a million otherwise. */
export async function fill(databaseUrl: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

const person = (email: string) => `(SELECT "id" FROM "User" WHERE "email" = '${email}')`;

const words = "move the dentist to next Tuesday at three and call mum on Friday about the garden";
const parts = (text: string) =>
  `jsonb_build_array(jsonb_build_object('type', 'text', 'text', ${text}, 'state', 'done'))`;

/** Questions and replies of the conversations that `from` names, `messages` in each. `reply` is a value of SQL, which may say `turn`. */
const messagesIn = (from: string, messages: number, reply = `'Done. ${words}'`) => `
  WITH pair AS (
    SELECT c."userId", c."id" AS conversation, turn, uuidv7() AS question, uuidv7() AS reply
    FROM (${from}) c, generate_series(1, ${messages / 2}) AS turn
  )
  INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "content", "parts", "replyToId", "status")
  SELECT "userId", question, conversation, turn * 2 - 1, 'USER'::"MessageRole", 'Please ${words}', '[]'::jsonb, NULL::uuid, 'COMPLETED'::"MessageStatus" FROM pair
  UNION ALL
  SELECT "userId", reply, conversation, turn * 2, 'ASSISTANT', ${reply}, ${parts(reply)}, question, 'COMPLETED' FROM pair`;

const conversationsOf = (user: string, conversations: number, messages: number) => `
  INSERT INTO "Conversation" ("userId", "id", "title", "nextSeq", "createdAt", "updatedAt")
  SELECT ${user}, uuidv7(), 'Conversation ' || n, ${messages + 1}, now() - interval '1 year', now() - n * interval '1 minute'
  FROM generate_series(1, ${conversations}) AS n`;

/** `reply` is what each reply says, as a value of SQL; without it some plain words. */
export type Account = { email: string; conversations: number; messages: number; tasks: number; reply?: string };

/** An account with some past. */
export const pastOf = ({ email, conversations, messages, tasks, reply }: Account): string[] => [
  conversationsOf(person(email), conversations, messages),
  messagesIn(`SELECT "userId", "id" FROM "Conversation" WHERE "userId" = ${person(email)}`, messages, reply),
  `INSERT INTO "Task" ("userId", "id", "number", "title", "position", "dueDate", "isCompleted", "completedAt")
   SELECT ${person(email)}, uuidv7(), n, 'Task ' || n || ' ${words}', 'a' || lpad(n::text, 6, '0'),
     CASE WHEN n % 3 = 0 THEN NULL ELSE current_date + (n % 400) - 200 END, n % 2 = 0, CASE WHEN n % 2 = 0 THEN now() END
   FROM generate_series(1, ${tasks}) AS n`,
  `UPDATE "User" SET "nextTaskNumber" = ${tasks + 1} WHERE "email" = '${email}'`,
];

/** Messages that belong to other people, in conversations of ten, a hundred conversations to a person. */
export const messagesOfOthers = (messages: number): string[] => [
  `INSERT INTO "User" ("id", "email", "name") SELECT uuidv7(), 'other-' || n || '@example.com', 'Other' FROM generate_series(1, ${messages / 1000}) AS n`,
  `INSERT INTO "Conversation" ("userId", "id", "title", "nextSeq") SELECT u."id", uuidv7(), 'Conversation ' || n, 11
   FROM "User" u, generate_series(1, 100) AS n WHERE u."email" LIKE 'other-%'`,
  messagesIn(
    `SELECT c."userId", c."id" FROM "Conversation" c JOIN "User" u ON u."id" = c."userId" WHERE u."email" LIKE 'other-%'`,
    10,
  ),
];

/** The ids of a person's conversations, newest first. */
export async function conversationIds(databaseUrl: string, email: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `SELECT "id" FROM "Conversation" WHERE "userId" = ${person(email)} ORDER BY "updatedAt" DESC`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
