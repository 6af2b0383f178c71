import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { log } from "@/lib/log";
import { canMail, mail } from "@/lib/mail/mail";
import { links } from "./link";
import { claimSummaries, noteSent, putBack, type Summary } from "./store";
import { written } from "./write";

const batch = 20;

/** Sends the summaries whose hour has come, of everybody; without a mail server it does nothing. */
export async function sweepSummaries(): Promise<void> {
  if (!canMail()) return;
  for (;;) {
    const { taken, summaries } = await claimSummaries(batch);
    const sent: UserId[] = [];
    // A day without anything to do needs no letter.
    for (const summary of summaries.filter(({ late, due }) => late.total + due.total > 0)) {
      if (await sendOne(summary)) sent.push(summary.user);
    }
    await noteSent(sent);
    if (taken < batch) return;
  }
}

async function sendOne(summary: Summary): Promise<boolean> {
  const { user, email } = summary;
  const to = links(user);
  try {
    await mail({ to: email, unsubscribe: to.unsubscribe, ...written(summary, to) });
    return true;
  } catch (error) {
    log.warn({ error }, "A daily summary could not be sent");
    await putBack(user);
    return false;
  }
}
