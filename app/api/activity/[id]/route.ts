import { activityOf } from "@/lib/activity/store";
import { requireUser } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { door, json, uuidParam } from "@/lib/http";
import { changesOf, previewOf } from "@/lib/tools/run";
import { todayOf } from "@/lib/tools/today";

/** A call; one that waits for a yes comes with what it would change, one that was refused with the tasks that it named. */
export const GET = door<RouteContext<"/api/activity/[id]">>(async (_request, { params }) => {
  const user = await requireUser();
  const call = await activityOf(user.id).get(uuidParam((await params).id));
  if (!call) throw new AppError("not_found", "There is nothing here by that id.");
  if (call.status !== "PENDING" && call.status !== "DENIED") return json({ call });
  const today = todayOf(user);
  const preview = await previewOf(user.id, call, today);
  return json({ call, preview, ...(call.status === "PENDING" && { changes: await changesOf(user.id, call, today) }) });
});
