import "server-only";
import { isDraining } from "@/lib/drain";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { push } from "./push/push";
import { sweepSubscriptions } from "./push/store";
import { claimDue, type Sounded } from "./store";
import { sweepSummaries } from "./summary/send";

/** Milliseconds. The first bounds how long after its moment a reminder sounds. */
const every = { reminders: 2_000, summaries: 30_000, housekeeping: 3_600_000 };

const batch = 200;
/** Seconds after which a device is not disturbed any more: the notice waits in the app. */
const tooLate = 12 * 3_600;

/** Runs on every instance; each takes only what no other has taken. */
export function startReminders(): void {
  remember("reminders", () => {
    repeat(every.reminders, sweepReminders);
    repeat(every.summaries, sweepSummaries);
    repeat(every.housekeeping, sweepSubscriptions);
    return true;
  });
}

function repeat(milliseconds: number, work: () => Promise<unknown>): void {
  const next = () => setTimeout(round, milliseconds).unref();
  const round = () =>
    void (isDraining() ? Promise.resolve() : work())
      .catch((error) => log.warn({ error }, "A round of the reminders failed; the next one tries again"))
      .finally(next);
  next();
}

/** Sounds what is due: open tabs hear of it at once, other devices by push, which the next round doesn't wait for. */
export async function sweepReminders(): Promise<Sounded[]> {
  const all: Sounded[] = [];
  let taken: Sounded[];
  do {
    taken = await claimDue(batch);
    for (const user of new Set(taken.map((one) => one.user))) publish(user, { type: "reminders" });
    void sendOut(taken);
    all.push(...taken);
  } while (taken.length === batch);
  return all;
}

async function sendOut(sounded: Sounded[]): Promise<void> {
  const parcels = sounded
    .filter(({ late }) => late < tooLate)
    .map(({ user, notice: { id, number, title, when } }) => ({ user, message: { id, number, title, body: when } }));
  await push(parcels).catch((error) => log.warn({ error }, "Reminders could not be pushed"));
}
