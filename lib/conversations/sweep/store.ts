import "server-only";
import { db } from "@/lib/db/client";

const batch = 500;

/** Ends conversations nobody has used for 30 days, and purges those deleted more than 30 days ago. Safe on every instance at once. */
export async function sweepConversations({ inactiveDays = 30, purgeDays = 30 } = {}): Promise<{
  ended: number;
  purged: number;
}> {
  const ended = await inBatches(
    () => db.$executeRaw`
      UPDATE "Conversation" SET "status" = 'INACTIVE' WHERE ("userId", "id") IN (
        SELECT "userId", "id" FROM "Conversation"
        WHERE "status" = 'ACTIVE' AND "updatedAt" < now() - make_interval(days => ${inactiveDays})
        LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
  );
  const purged = await inBatches(
    () => db.$executeRaw`
      DELETE FROM "Conversation" WHERE ("userId", "id") IN (
        SELECT "userId", "id" FROM "Conversation"
        WHERE "deletedAt" < now() - make_interval(days => ${purgeDays})
        LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
  );
  return { ended, purged };
}

async function inBatches(work: () => Promise<number>): Promise<number> {
  let total = 0;
  let count = batch;
  while (count === batch) {
    count = await work();
    total += count;
  }
  return total;
}
