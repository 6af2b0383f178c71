import { z } from "zod";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, readQuery } from "@/lib/http";
import { prioritySchema, sortSchema, type TaskList, taskLimits, viewSchema } from "@/lib/tasks/schema";
import { tasksOf } from "@/lib/tasks/store";
import { todayOf } from "@/lib/tools/today";

const querySchema = z.strictObject({
  view: viewSchema.optional(),
  text: z.string().max(200).optional(),
  sort: sortSchema.optional(),
  tag: z.string().max(taskLimits.tag).optional(),
  priority: prioritySchema.optional(),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  cursor: z.base64url().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const GET = door(async (request) => {
  const user = await requireUser();
  const query = readQuery(request, querySchema);
  const today = todayOf(user);
  const tasks = tasksOf(user.id);
  const [page, counts, tags] = await Promise.all([
    tasks.list({ ...query, inNotes: true }, today),
    tasks.counts(today),
    tasks.tags(),
  ]);
  return json({ ...page, counts, tags } satisfies TaskList);
});
