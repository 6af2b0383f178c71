import { activityQuerySchema } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, readQuery } from "@/lib/http";

/** The record, newest first; `task=12` is the history of a task, `waiting=true` what waits for a yes. */
export const GET = door(async (request) => {
  const user = await requireUser();
  return json(await activityOf(user.id).list(readQuery(request, activityQuerySchema), user.timeZone));
});
