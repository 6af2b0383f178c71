import { z } from "zod";
import type { LiveEvent } from "./schema";

export type Letter = { user: string; event: LiveEvent };

/** PostgreSQL takes payloads under 8,000 bytes. */
const largest = 7_900;

const replyStates = ["started", "log", "stop", "ended", "waiting"] as const;
const eventSchema: z.ZodType<LiveEvent> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("tasks"), numbers: z.array(z.int()), seq: z.int().default(0) }),
  z.object({ type: z.literal("activity"), callId: z.string(), messageId: z.string().nullable() }),
  z.object({ type: z.literal("conversation"), conversationId: z.string() }),
  z.object({
    type: z.literal("reply"),
    conversationId: z.string(),
    messageId: z.string(),
    state: z.enum(replyStates),
  }),
  z.object({ type: z.enum(["signed_out", "renewed"]), sessionId: z.string() }),
  z.object({ type: z.enum(["reminders", "reconnected"]) }),
]);
const parcelSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), eventSchema]))]);

/** Letters as few payloads as possible, each under PostgreSQL's limit; what was said twice is said once. */
export function pack(instance: string, letters: Letter[]): string[] {
  const texts = new Set(letters.map(({ user, event }) => fitting(user, event)));
  const head = `[${JSON.stringify(instance)},[`;
  const parcels: string[] = [];
  let body = "";
  for (const text of texts) {
    if (body && Buffer.byteLength(head + body + text) + 3 > largest) {
      parcels.push(`${head}${body}]]`);
      body = "";
    }
    body += body ? `,${text}` : text;
  }
  if (body) parcels.push(`${head}${body}]]`);
  return parcels;
}

// An event too large to send still says that something changed.
function fitting(user: string, event: LiveEvent): string {
  const text = JSON.stringify([user, event]);
  return Buffer.byteLength(text) < largest - 100 ? text : JSON.stringify([user, { type: "reconnected" }]);
}

export function unpack(payload: string): { instance: string; letters: Letter[] } | null {
  try {
    const [instance, letters] = parcelSchema.parse(JSON.parse(payload));
    return { instance, letters: letters.map(([user, event]) => ({ user, event })) };
  } catch {
    return null;
  }
}
