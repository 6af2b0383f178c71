import { z } from "zod";
import { requireUser } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { door, json, nothing, readJson } from "@/lib/http";
import { checkEndpoint } from "@/lib/reminders/push/endpoint";
import { subscribe, unsubscribe } from "@/lib/reminders/push/store";
import { pushKey } from "@/lib/reminders/push/vapid";
import { subscriptionSchema } from "@/lib/reminders/schema";

/** The key that browsers subscribe with; null where there is no push. */
export const GET = door(async () => {
  await requireUser();
  return json({ key: pushKey() });
});

export const POST = door(async (request) => {
  const user = await requireUser();
  const subscription = await readJson(request, subscriptionSchema);
  if (pushKey() === null) throw new AppError("unavailable", "This server has no key for push messages.");
  checkEndpoint(subscription.endpoint);
  await subscribe(user, subscription);
  return nothing();
});

export const DELETE = door(async (request) => {
  const user = await requireUser();
  const { endpoint } = await readJson(request, z.strictObject({ endpoint: z.url().max(2_000) }));
  await unsubscribe(user.id, endpoint);
  return nothing();
});
