import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/live/bus";
import { type ReplyName, requestStop } from "./store";

/** Asks a reply to stop, on whatever instance it is written. What has been committed stays; the reply says what that was. */
export async function stop(user: UserId, reply: ReplyName): Promise<void> {
  const asked = await requestStop(user, reply);
  if (!asked) throw new AppError("not_found", "There is no reply to stop: it has ended already, or never was.");
  publish(user, { type: "reply", ...reply, state: "stop" });
}
