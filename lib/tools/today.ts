import "server-only";
import type { SignedIn } from "@/lib/auth/schema";
import type { Today } from "@/lib/words/today";

/** The moment at which a person's words are read, in their zone and by their preferences. */
export const todayOf = ({ timeZone, settings }: Pick<SignedIn, "timeZone" | "settings">, now = new Date()): Today => ({
  now,
  timeZone,
  clock: settings.clock,
  weekStart: settings.weekStart,
});
