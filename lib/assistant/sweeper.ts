import "server-only";
import type { UIMessageChunk } from "ai";
import { messageLimits } from "@/lib/conversations/schema";
import { sweepConversations } from "@/lib/conversations/sweep/store";
import { env } from "@/lib/env";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { sweepTasks } from "@/lib/tasks/sweep/store";
import { interruptCalls, sweepCalls } from "@/lib/tools/run";
import { endWaiting } from "./approvals";
import { Draft } from "./draft";
import { failure } from "./failures";
import { missingOutcomes } from "./outcomes";
import { closed, type Parts, textOf, withChunk } from "./parts";
import { instance, run } from "./running";
import type { ReplyMetadata } from "./schema";
import { dropOldLogs, type Lease, replyLog, takeAbandoned } from "./store";

/** Milliseconds. The first bounds how long after the end of a lease a dead reply is told of. */
const every = { replies: 3_000, housekeeping: 600_000 };

/** Dead replies that are ended side by side: a process may have died with hundreds. */
const atOnce = 20;

/** Runs on every instance; each finds only what no other is working on. */
export function startSweeper(): void {
  remember("sweeper", () => {
    repeat(every.replies, sweepReplies);
    repeat(every.housekeeping, async () => {
      await sweepConversations({ inactiveDays: env.INACTIVE_DAYS });
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

/** Ends replies whose producer is gone, keeping the text that had arrived, and those whose approval ran out or was never carried out. The model is never run again by itself. */
export async function sweepReplies(): Promise<void> {
  for (const { user, call } of await sweepCalls()) {
    if (call.messageId) await endWaiting(user, call.messageId);
  }
  let taken: Lease[];
  do {
    taken = await takeAbandoned(instance, atOnce);
    const ends = await Promise.allSettled(taken.map(endInterrupted));
    const failed = ends.find((end) => end.status === "rejected");
    // Its lease runs out again, and the next one to look takes it.
    if (failed) throw failed.reason;
  } while (taken.length === atOnce);
}

async function endInterrupted(lease: Lease): Promise<void> {
  const { user, conversationId, messageId } = lease;
  const known = await replyLog(user, lease, 0);
  const chunks = (known?.events ?? []).map(({ chunk }) => chunk);
  const draft = new Draft(run(lease), chunks.reduce<Parts>(withChunk, []));
  // The lease is ours by now: what the dead process had not committed never will be.
  for (const chunk of missingOutcomes(draft.parts, await interruptCalls(user, messageId))) draft.emit(chunk);
  const parts = closed(draft.parts);
  const metadata = { ...metadataIn(chunks), status: "ERROR" as const, error: failure("interrupted") };
  await draft.reply.end({ status: "ERROR", parts, content: textOf(parts).slice(0, messageLimits.reply), metadata }, [
    { type: "finish", messageMetadata: metadata },
  ]);
  publish(user, { type: "reply", conversationId, messageId, state: "ended" });
}

/** What the dead process had said of its reply, such as the model's name. */
const metadataIn = (chunks: UIMessageChunk[]): ReplyMetadata =>
  Object.assign({}, ...chunks.map((chunk) => ("messageMetadata" in chunk ? chunk.messageMetadata : {})));
