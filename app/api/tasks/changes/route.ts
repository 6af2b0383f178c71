import { z } from "zod";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, readQuery } from "@/lib/http";
import type { TaskChanges } from "@/lib/tasks/schema";
import { tasksOf } from "@/lib/tasks/store";
import { todayOf } from "@/lib/tools/today";

const querySchema = z.strictObject({ since: z.coerce.number().int().min(0).max(2_147_483_647) });

export const GET = door(async (request) => {
  const user = await requireUser();
  const { since } = readQuery(request, querySchema);
  const store = tasksOf(user.id);
  const { seq, tasks } = await store.changedSince(since);
  if (tasks === null) return json({ seq, reset: true } satisfies TaskChanges);
  const [counts, tags] = await Promise.all([store.counts(todayOf(user)), store.tags()]);
  return json({ seq, tasks, counts, tags } satisfies TaskChanges);
});
