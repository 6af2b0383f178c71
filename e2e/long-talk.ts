import pg from "pg";
import { required } from "./fixtures";

/** So many messages after those that a conversation has: as a talk of years would leave them, without the years. */
export async function grow(conversationId: string, count: number) {
  const client = new pg.Client({ connectionString: required(process.env.DATABASE_URL) });
  await client.connect();
  try {
    await client.query(
      `WITH here AS (
        UPDATE "Conversation" SET "nextSeq" = "nextSeq" + $2::int WHERE "id" = $1::uuid RETURNING "userId", "id", "nextSeq" - $2::int AS first
      )
      INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content")
      SELECT "userId", gen_random_uuid(), here."id", n, 'USER', 'COMPLETED', 'Thought number ' || n
      FROM here, generate_series(first, first + $2::int - 1) AS n`,
      [conversationId, count],
    );
  } finally {
    await client.end();
  }
}
