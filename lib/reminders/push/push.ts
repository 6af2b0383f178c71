import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import type { PushMessage } from "@/lib/reminders/schema";
import { type Outcome, post } from "./post";
import { forget, targetsOf } from "./store";

type Parcel = { user: UserId; message: PushMessage };

const atOnce = 20;
const mostSigns = 200;

/**
 * Each message to every browser of its person; returns what became of each. Without a key, or browsers, it does nothing.
 * `waits`: milliseconds before each further attempt, where somebody waits for the answer.
 */
export async function push(parcels: Parcel[], waits?: number[]): Promise<Outcome[]> {
  if (parcels.length === 0 || !env.VAPID_PRIVATE_KEY) return [];
  const targets = await targetsOf([...new Set(parcels.map(({ user }) => user))]);
  const jobs = parcels.flatMap(({ user, message }) =>
    targets.filter(({ userId }) => userId === user).map((target) => ({ user, target, text: textOf(message) })),
  );
  const gone: { user: UserId; endpoint: string }[] = [];
  const outcomes: Outcome[] = [];
  const queue = jobs.values();
  const work = async () => {
    for (const { user, target, text } of queue) {
      const outcome = await post(target, text, waits);
      outcomes.push(outcome);
      if (outcome === "gone") gone.push({ user, endpoint: target.endpoint });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, work));
  await forget(gone);
  return outcomes;
}

/** A notification shows two lines of a title, and a push service takes 4,096 bytes. */
function textOf(message: PushMessage): string {
  const signs = Array.from(message.title);
  const title = signs.length > mostSigns ? `${signs.slice(0, mostSigns).join("")}…` : message.title;
  return JSON.stringify({ ...message, title });
}
