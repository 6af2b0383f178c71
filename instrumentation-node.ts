import "server-only";
import { drainOnSignal } from "@/lib/assistant/drain";
import { understand } from "@/lib/assistant/offline/understand";
import { startSweeper } from "@/lib/assistant/sweeper";
import { watchClientAddresses } from "@/lib/auth/client-address";
import { checkEnv, env } from "@/lib/env";
import { startReminders } from "@/lib/reminders/sweep";

export function begin() {
  refuseNonsense();
  watchClientAddresses();
  startSweeper();
  startReminders();
  if (env.NODE_ENV === "production") drainOnSignal();
  // The patterns of the built-in assistant are compiled on first use, a quarter of a second that no person should wait for.
  understand("add milk tomorrow at 5", { now: new Date(), timeZone: "UTC" });
}

/** Next would serve on, with an error for every request. */
function refuseNonsense() {
  try {
    checkEnv();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
