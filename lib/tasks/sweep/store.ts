import "server-only";
import { db } from "@/lib/db/client";

/** Empties the bin of what has lain in it for 30 days, of everybody. The record keeps what the tasks were. Safe on every instance at once. */
export async function sweepTasks({ purgeDays = 30 } = {}): Promise<number> {
  return await db.$executeRaw`
    DELETE FROM "Task" WHERE ("userId", "id") IN (
      SELECT "userId", "id" FROM "Task" WHERE "deletedAt" < clock_timestamp() - make_interval(days => ${purgeDays})
      LIMIT 5000 FOR UPDATE SKIP LOCKED)`;
}
