import { requireUser } from "@/lib/auth/require-user";
import { door, json, nothing } from "@/lib/http";
import { publish } from "@/lib/live/bus";
import { noticesOf } from "@/lib/reminders/store";

/** What sounded and was not answered yet, newest first. */
export const GET = door(async () => {
  const { id, timeZone, settings } = await requireUser();
  return json(await noticesOf(id).list({ timeZone, clock: settings.clock }));
});

/** Dismisses them all. */
export const DELETE = door(async () => {
  const { id } = await requireUser();
  if ((await noticesOf(id).dismissAll()) > 0) publish(id, { type: "reminders" });
  return nothing();
});
