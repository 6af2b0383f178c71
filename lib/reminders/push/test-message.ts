import "server-only";
import { v7 as uuidv7 } from "uuid";
import { attemptTestMessage } from "@/lib/auth/limits";
import type { SignedIn } from "@/lib/auth/schema";
import { push } from "./push";

/** A message to see whether notifications arrive; a few within a minute are enough for that. */
export async function sendTest({ id }: SignedIn): Promise<{ sent: number; failed: number }> {
  await attemptTestMessage(id);
  const message = { id: uuidv7(), number: null, title: "Docket can reach you", body: "Reminders will look like this." };
  // Somebody waits at a button.
  const outcomes = await push([{ user: id, message }], []);
  const sent = outcomes.filter((outcome) => outcome === "sent").length;
  return { sent, failed: outcomes.length - sent };
}
