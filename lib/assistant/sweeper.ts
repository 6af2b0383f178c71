import "server-only";
import { sweepConversations } from "@/lib/conversations/sweep/store";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { sweepTasks } from "@/lib/tasks/sweep/store";
import { sweepCalls } from "@/lib/tools/run";
import { endWaiting } from "./approvals";
import { failure } from "./failures";
import { closed, type Parts, textOf, withChunk } from "./parts";
import { instance, run } from "./running";
import { dropOldLogs, type Lease, replyLog, takeAbandoned } from "./store";

/** Milliseconds. The first bounds how long after the end of a lease a dead reply is told of. */
const every = { replies: 3_000, housekeeping: 600_000 };

/** Runs on every instance; each finds only what no other is working on. */
export function startSweeper(): void {
  remember("sweeper", () => {
    repeat(every.replies, sweepReplies);
    repeat(every.housekeeping, async () => {
      await sweepConversations();
      await sweepTasks();
      await dropOldLogs();
    });
    return true;
  });
}

function repeat(milliseconds: number, work: () => Promise<void>): void {
  const next = () => setTimeout(round, milliseconds).unref();
  const round = () =>
    void work()
      .catch((error) => log.warn({ error }, "A round of the sweeper failed; the next one tries again"))
      .finally(next);
  next();
}

/** Ends replies whose producer is gone, keeping the text that had arrived, and those whose approval ran out. The model is never run again by itself. */
export async function sweepReplies(): Promise<void> {
  for (const { user, call } of await sweepCalls()) {
    if (call.messageId) await endWaiting(user, call.messageId);
  }
  for (const lease of await takeAbandoned(instance)) await endInterrupted(lease);
}

async function endInterrupted(lease: Lease): Promise<void> {
  const known = await replyLog(lease.user, lease, 0);
  const parts = closed((known?.events ?? []).reduce<Parts>((sum, { chunk }) => withChunk(sum, chunk), []));
  const metadata = { status: "ERROR" as const, error: failure("interrupted") };
  const running = run(lease);
  await running.end({ status: "ERROR", parts, content: textOf(parts), metadata }, [
    { type: "finish", messageMetadata: metadata },
  ]);
  publish(lease.user, {
    type: "reply",
    conversationId: lease.conversationId,
    messageId: lease.messageId,
    state: "ended",
  });
}
