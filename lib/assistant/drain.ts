import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { beginDraining, isDraining, quiet } from "@/lib/drain";
import { log } from "@/lib/log";
import { running } from "./running";

/** Milliseconds: replies may go on for so long, then so long to be ended, then so long for other requests. Below 25 s in all. */
const patience = { replies: 20_000, endings: 3_000, requests: 1_500 };

/**
 * Lets a process that was told to stop finish: takes no new message, waits for the replies that run, ends those that take too long as
 * interrupted, and exits with 0. Next's own answer to the signals would wait for streams that have no end.
 */
export function drainOnSignal(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (!isDraining()) void drain().finally(() => process.exit(0));
    });
  }
}

/** Resolves when nothing runs here any more. */
export async function drain(limits = patience): Promise<void> {
  beginDraining();
  await untilNoneRuns(limits.replies);
  for (const reply of running.values()) reply.interrupt();
  await untilNoneRuns(limits.endings);
  if (running.size > 0) log.warn({ replies: running.size }, "Replies were left to the sweeper of another instance");
  await quiet(limits.requests);
}

async function untilNoneRuns(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (running.size > 0 && performance.now() < end) await sleep(50);
}
