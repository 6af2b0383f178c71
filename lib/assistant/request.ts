import { z } from "zod";
import { messageLimits } from "@/lib/conversations/schema";

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** PostgreSQL can't store NUL, and nobody types it. */
const withoutNul = (text: string) => text.replaceAll("\u0000", "");

/** What a browser may say when it sends a message: never history, roles or tools. */
export const replyRequest = z.strictObject({
  conversationId: z.uuid().optional(),
  messageId: z.uuid(),
  /** The newest question of the conversation, in whose place this one stands. */
  replacesId: z.uuid().optional(),
  text: z
    .string()
    .transform(withoutNul)
    // Signs that nobody sees are no message.
    .refine((text) => /[^\s\p{Cf}\p{Cc}]/u.test(text), "Write a message first.")
    .refine((text) => text.length <= messageLimits.user, "A message may have at most 10,000 characters."),
  timeZone: z
    .string()
    .refine(
      (zone) => zone === "UTC" || zones.has(zone) || isZone(zone),
      "That time zone is not known. Use a name such as Europe/Paris.",
    )
    .optional(),
  model: z.string().max(100).optional(),
});
export type ReplyRequest = z.output<typeof replyRequest>;

/** A wish to go on with the newest reply, or to have another one in its place; `replyId` is the browser's, so that it counts once. */
export const againRequest = z.strictObject({
  replyId: z.uuid(),
  repeats: z.uuid(),
  how: z.enum(["continue", "again"], 'Say how: "continue" or "again".'),
  model: z.string().max(100).optional(),
});
export type AgainRequest = z.output<typeof againRequest>;

/** Aliases such as US/Pacific are zones too, though not listed. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
