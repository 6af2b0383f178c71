import "server-only";
import { z } from "zod";
import type { UserId } from "@/lib/auth/schema";
import { AppError, errorCodes, internalMessage, translateError } from "@/lib/errors";
import { failpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import { patiently } from "@/lib/patience";
import { tasksOf } from "@/lib/tasks/store";
import { canonical } from "./canonical";
import {
  type Asked,
  decideCall,
  fail,
  insertCall,
  oneByOne,
  perform,
  type Stores,
  sameCall,
  succeed,
} from "./log/store";
import type { Call } from "./schema";
import { activityOf } from "./store";

export type { Asked, Stores } from "./log/store";

type Work = (stores: Stores) => Promise<unknown>;
/** `isNew` is false for a call that was made before. `linked`: other calls whose undo link it changed. */
export type Recorded = { call: Call; isNew: boolean; linked: Call[]; error?: AppError };

type Plan = {
  work: Work;
  /** A read needs no transaction: nothing can be left half done. */
  isRead?: boolean;
  /** Must a person say yes first? Told the calls that came before it in its reply. */
  mustAsk?: ((earlier: Call[]) => Promise<boolean>) | undefined;
  /** Earlier replies: a change that is on the record there is returned instead of being made again. */
  continues?: string[] | undefined;
  /** The epoch of the lease under which its reply is written: without it the change is not made. */
  epoch?: number | undefined;
};

/**
 * One call, on the record whatever becomes of it. The first transaction stores that it runs (or finds that it was made before), the
 * second does the work and stores SUCCESS, and if that one fails a third stores ERROR.
 */
export async function record(user: UserId, asked: Asked, plan: Plan): Promise<Recorded> {
  const isPlain = !plan.mustAsk && !plan.continues?.length;
  const begun = isPlain ? await insertCall(user, asked, "EXECUTING") : await begin(user, asked, plan);
  if (begun === null) return repeated(user, asked);
  if (begun.status !== "EXECUTING") return { call: begun, isNew: true, linked: [] };
  return run(user, begun, plan);
}

/** A call whose arguments don't fit: on the record, never run. */
export async function recordMisfit(user: UserId, asked: Asked, error: AppError): Promise<Recorded> {
  const call = await insertCall(user, asked, error);
  return call ? { call, isNew: true, linked: [], error } : repeated(user, asked);
}

/** The person's word on a call that waits. It counts once; a yes runs the call with the arguments that are on the record. */
export async function recordDecision(
  user: UserId,
  id: string,
  yes: boolean,
  work: (call: Call) => Work,
): Promise<Recorded> {
  const call = await decideCall(user, id, yes);
  if (call === null) {
    const known = await activityOf(user).get(id);
    if (!known) throw new AppError("not_found", "There is no such call on the record.");
    throw new AppError("conflict", "That was decided already.");
  }
  return call.status === "EXECUTING" ? run(user, call, { work: work(call) }) : { call, isNew: true, linked: [] };
}

function begin(user: UserId, asked: Asked, { mustAsk, continues = [] }: Plan): Promise<Call | null> {
  return oneByOne(user, asked, async (earlier, tx) => {
    const done = doneBefore(asked, earlier, await activityOf(user, tx).ofMessages(continues));
    // A call that is made again under its own name is not judged again.
    const isRepeat = asked.callId !== undefined && earlier.some((call) => call.callId === asked.callId);
    if (!done && !isRepeat && (await mustAsk?.(earlier))) return insertCall(user, asked, "PENDING", tx);
    const call = await insertCall(user, asked, "EXECUTING", tx);
    // Its changes stay with the call that made them: each change is on the record once.
    return call && done ? succeed(user, call.id, done.result, [], tx) : call;
  });
}

/** The first equal call stands for the first, the second for the second: two equal calls of one reply are two. */
function doneBefore(asked: Asked, earlier: Call[], continued: Call[]): Call | undefined {
  const isSame = (call: Call) =>
    call.toolName === asked.toolName && canonical(call.parameters) === canonical(asked.parameters);
  const counts = (call: Call) => call.status === "SUCCESS" && call.changes.length > 0 && call.undoneById === null;
  return continued.filter((call) => counts(call) && isSame(call))[earlier.filter(isSame).length];
}

async function repeated(user: UserId, asked: Asked): Promise<Recorded> {
  const call = await sameCall(user, asked);
  if (!call) throw new AppError("conflict", "That call collided with another one. Try again.");
  if (call.toolName !== asked.toolName || canonical(call.parameters) !== canonical(asked.parameters)) {
    throw new AppError("conflict", "This id was used before for a call with other arguments.", {
      details: { status: 422 },
    });
  }
  if (call.status === "EXECUTING") {
    throw new AppError("conflict", "That same call is still running. Ask again in a moment.", { retryAfter: 1 });
  }
  return { call, isNew: false, linked: [] };
}

/** Milliseconds for which the end of a call waits for a database that went away in the middle of it. */
const endPatience = 10_000;

async function run(user: UserId, call: Call, { work, isRead, epoch }: Plan): Promise<Recorded> {
  const progress = { isDone: false };
  try {
    if (!isRead) {
      const done = await perform(user, call.id, work, { epoch, progress });
      failpoint("after-tool-commit");
      return { ...done, isNew: true };
    }
    const result = await work({ tasks: tasksOf(user), activity: activityOf(user), callLogId: call.id });
    return { call: await succeed(user, call.id, result), isNew: true, linked: [] };
  } catch (thrown) {
    const error = translateError(thrown);
    if (error.code === "internal") log.error({ error: error.cause ?? error, tool: call.toolName }, "a tool failed");
    const end = ended(user, call, error);
    // The database is busy or away, and did not get to the commit: nobody need wait until the record says so too.
    if (error.code === "unavailable" && !progress.isDone)
      return { call: { ...call, status: "ERROR", error: error.message }, error, isNew: true, linked: [] };
    return { ...(await end), isNew: true, linked: [] };
  }
}

/** How a call that threw has ended on the record: a commit whose answer was lost on the way may have happened after all. */
async function ended(user: UserId, call: Call, error: AppError): Promise<{ call: Call; error?: AppError }> {
  try {
    const failed = await patiently(() => fail(user, call.id, error), endPatience);
    if (failed) return { call: failed, error };
    const known = await patiently(() => activityOf(user).get(call.id), endPatience);
    if (known?.status === "SUCCESS") return { call: known };
    return { call: known ?? call, error: known ? errorOf(known) : error };
  } catch (reason) {
    // The sweeper will end it on the record.
    log.error({ error: reason }, "the end of a call could not be recorded");
    return { call: { ...call, status: "ERROR", error: unknown.message }, error: unknown };
  }
}

const unknown = new AppError(
  "unavailable",
  "The database went away in the middle of this. Look at the record in a moment: it says whether it was done.",
  { retryAfter: 5 },
);

const denials: { [error: string]: string } = {
  expired: "Nobody said yes in time",
  interrupted: "The reply that asked for it was interrupted",
};

const failureSchema = z.object({ code: z.enum(errorCodes) });

/** The error that a call on the record ended with, for a caller who asks again. */
export function errorOf(call: Call): AppError {
  if (call.status === "DENIED") {
    return new AppError("denied", `${denials[call.error ?? ""] ?? "The person said no"}; nothing was changed.`);
  }
  const code = failureSchema.safeParse(call.result).data?.code ?? "conflict";
  const isInterrupted = call.error === "interrupted";
  return new AppError(
    code,
    isInterrupted ? "That was interrupted; nothing was changed." : (call.error ?? internalMessage),
  );
}
