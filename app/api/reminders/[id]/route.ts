import { requireUser } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { door, nothing, readJson, uuidParam } from "@/lib/http";
import { publish } from "@/lib/live/bus";
import { answerSchema } from "@/lib/reminders/schema";
import { noticesOf } from "@/lib/reminders/store";

/** Dismisses a notice, or puts it off, for all devices. */
export const POST = door<RouteContext<"/api/reminders/[id]">>(async (request, { params }) => {
  const { id: user } = await requireUser();
  const id = uuidParam((await params).id);
  const answer = await readJson(request, answerSchema);
  const notices = noticesOf(user);
  const isThere = answer.action === "dismiss" ? await notices.dismiss(id) : await notices.snooze(id, answer.until);
  if (!isThere) throw new AppError("not_found", "This reminder is not there any more.");
  publish(user, { type: "reminders" });
  return nothing();
});
