import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { SignedIn } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";
import { remember } from "@/lib/remember";
import { push } from "./push";

const pause = 5_000;
const lately = remember("test notifications", () => new Map<string, number>());

/** A message to see whether notifications arrive; one every few seconds is enough for that. */
export async function attemptTest({ id }: SignedIn): Promise<{ sent: number; failed: number }> {
  const now = performance.now();
  for (const [user, time] of lately) if (now - time > pause) lately.delete(user);
  if (lately.has(id))
    throw new AppError("too_many", "A test was sent just now. Wait a few seconds.", { retryAfter: 5 });
  lately.set(id, now);
  const message = { id: uuidv7(), number: null, title: "Docket can reach you", body: "Reminders will look like this." };
  const outcomes = await push([{ user: id, message }]);
  const sent = outcomes.filter((outcome) => outcome === "sent").length;
  return { sent, failed: outcomes.length - sent };
}
