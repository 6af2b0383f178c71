import { z } from "zod";

declare const userIdBrand: unique symbol;
/** The id of a person who has proved who they are. Minted by requireUser(), userForAccessToken() and userForScript() only. */
export type UserId = string & { readonly [userIdBrand]: true };

export const settingsSchema = z.strictObject({
  theme: z.enum(["system", "light", "dark"]).default("system"),
  weekStart: z.enum(["monday", "sunday", "saturday"]).default("monday"),
  clock: z.enum(["24h", "12h"]).default("24h"),
  /** What needs the person's yes before a model may do it: "always", "never", or more than this many tasks in one reply. */
  approval: z
    .strictObject({
      delete: z.union([z.literal("always"), z.literal("never"), z.int().min(1).max(200)]).default(3),
      change: z.union([z.literal("always"), z.literal("never"), z.int().min(1).max(200)]).default(10),
    })
    .prefault({}),
  model: z.string().max(100).nullable().default(null),
  /** What reminds the person without being asked to for a task. */
  reminders: z
    .strictObject({
      /** Minutes before a task is due that has a time and no reminder of its own; null for none. */
      minutes: z.int().min(0).max(40_320).nullable().default(0),
      /** Whether that goes for days without a time too, and when such a day begins. */
      wholeDays: z.boolean().default(false),
      dayTime: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day looks like 09:00.")
        .default("09:00"),
      /** The hour at which the summary of the day is sent by e-mail; null for none. */
      summary: z.int().min(0).max(23).nullable().default(null),
    })
    .prefault({}),
  /** Single keys run commands; whoever would press them by accident switches them off (WCAG 2.1.4). */
  shortcuts: z.boolean().default(true),
});
export type Settings = z.output<typeof settingsSchema>;

/** The signed-in person, as every door gets them. */
export type SignedIn = {
  id: UserId;
  sessionId: string;
  email: string;
  name: string;
  timeZone: string;
  settings: Settings;
};

/** A place where the person is signed in. */
export type Session = {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string | null;
  isCurrent: boolean;
};
