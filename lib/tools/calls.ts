import "server-only";
import type { Call } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";
import type { UserId } from "@/lib/auth/schema";

export const callById = (user: UserId, id: string): Promise<Call | null> => activityOf(user).get(id);

/** The record's rows of one reply, in the order in which they were made. */
export const callsOfReply = (user: UserId, messageId: string): Promise<Call[]> =>
  activityOf(user).ofMessages([messageId]);

/** The calls of these replies whose changes still count. */
export const standingCalls = async (user: UserId, messageIds: string[]): Promise<Call[]> =>
  (await activityOf(user).ofMessages(messageIds)).filter(
    ({ status, changes, undoneById }) => status === "SUCCESS" && changes.length > 0 && undoneById === null,
  );
