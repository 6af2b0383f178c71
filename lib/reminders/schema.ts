import { z } from "zod";

/** A reminder that sounded and was not answered yet. */
export type Notice = {
  id: string;
  number: number;
  title: string;
  /** When the task is due, in words for the person: "Due now", "Due at 15:30", "Was due yesterday at 14:00". */
  when: string;
  /** When it sounded. */
  sentAt: string;
};

/** Newest first; `more` counts those beyond the page. */
export type Notices = { notices: Notice[]; more: number };

export const snoozes = ["10 minutes", "1 hour", "tomorrow"] as const;
export type Snooze = (typeof snoozes)[number];

export const answerSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("dismiss") }),
  z.strictObject({ action: z.literal("snooze"), until: z.enum(snoozes) }),
]);
export type Answer = z.output<typeof answerSchema>;

/** What a browser's PushSubscription is as JSON; a browser adds what it likes. */
export const subscriptionSchema = z.object({
  endpoint: z.url().max(2_000),
  keys: z.object({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}$/, "The key p256dh must be 65 bytes in base64url."),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}$/, "The key auth must be 16 bytes in base64url."),
  }),
});
export type Subscription = z.output<typeof subscriptionSchema>;

/** What travels, encrypted, to a service worker. */
export type PushMessage = { id: string; number: number | null; title: string; body: string };
