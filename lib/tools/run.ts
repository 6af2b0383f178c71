import "server-only";
import { interruptCallsOf, rehearse, sweep } from "@/lib/activity/log/store";
import {
  type Asked,
  errorOf,
  type Recorded,
  record,
  recordDecision,
  recordMisfit,
  type Stores,
} from "@/lib/activity/record";
import type { Call, CallSource } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";
import type { Settings, UserId } from "@/lib/auth/schema";
import { AppError, translateError } from "@/lib/errors";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { fieldOf, sentenceOf } from "@/lib/sentence";
import type { Change, Task } from "@/lib/tasks/schema";
import { tasksOf } from "@/lib/tasks/store";
import type { Today } from "@/lib/words/today";
import { inWords, mustAsk, touchedTasks } from "./approval";
import type { ToolContext } from "./define";
import { isToolName, type ToolName, tools } from "./registry";

/** Who calls, through which door, and which call it is. */
export type Caller = {
  user: UserId;
  source: CallSource;
  today: Today;
  /** The client's name, for MCP and the API. */
  actorName?: string;
  accessTokenId?: string;
  conversationId?: string;
  messageId?: string;
  /** Names the call within the reply; the same reply and call id are the same call. */
  callId?: string;
  idempotencyKey?: string;
  /** With it, calls beyond the thresholds wait for the person's yes. */
  approval?: Settings["approval"];
  /** Earlier replies whose committed calls are returned, not repeated. */
  continues?: string[];
  /** The epoch of the reply's lease: a change is made only while it holds. */
  epoch?: number;
};

export type RunResult =
  | { status: "SUCCESS"; call: Call; output: unknown }
  | { status: "PENDING"; call: Call; summary: string }
  | { status: "ERROR" | "DENIED"; call: Call | null; error: AppError };

/** The one way in which a task changes, whoever asks. Never throws: what went wrong is in the result, as a sentence. */
export async function runTool(name: string, input: unknown, caller: Caller): Promise<RunResult> {
  if (!isToolName(name)) {
    return {
      status: "ERROR",
      call: null,
      error: new AppError("not_found", `There is no tool "${name.slice(0, 100)}".`),
    };
  }
  try {
    const recorded = await recordedCall(name, input, caller);
    if (recorded.isNew) tell(caller.user, recorded);
    return await resultOf(recorded, caller);
  } catch (thrown) {
    const error = translateError(thrown);
    if (error.code === "internal")
      log.error({ error: error.cause ?? error, tool: name }, "a call could not be recorded");
    return { status: "ERROR", call: null, error };
  }
}

async function recordedCall(name: ToolName, input: unknown, caller: Caller): Promise<Recorded> {
  const { user, today, approval, continues, epoch, ...asked } = caller;
  const tool = tools[name];
  const read = tool.input.safeParse(input);
  if (!read.success) {
    const field = fieldOf(read.error);
    const error = new AppError("invalid", sentenceOf(read.error), { details: field === null ? {} : { field } });
    return recordMisfit(user, { ...asked, toolName: name, parameters: { raw: rawText(input) } }, error);
  }
  const call: Asked = { ...asked, toolName: name, parameters: read.data };
  const isRead = tool.effect === "read";
  return record(user, call, {
    work: (stores) => tool.call(read.data, { ...stores, today }),
    isRead,
    epoch,
    ...(!isRead && { continues }),
    ...(approval && { mustAsk: await mustAsk(name, read.data, contextOf(user, today), approval) }),
  });
}

/** Outside of any call: for looking, not for changing. */
const contextOf = (user: UserId, today: Today): ToolContext => ({
  tasks: tasksOf(user),
  activity: activityOf(user),
  callLogId: "",
  today,
});

// PostgreSQL stores neither U+0000 nor half a surrogate pair, and a flood isn't worth keeping.
function rawText(input: unknown): string {
  const text = typeof input === "string" ? input : (JSON.stringify(input) ?? String(input));
  return text.slice(0, 16_000).toWellFormed().replaceAll("\0", "\uFFFD");
}

async function resultOf({ call, error }: Recorded, { user, today }: Caller): Promise<RunResult> {
  if (call.status === "SUCCESS") return { status: "SUCCESS", call, output: call.result };
  if (call.status === "PENDING") {
    return { status: "PENDING", call, summary: inWords(call, await previewOf(user, call, today)) };
  }
  return { status: call.status === "DENIED" ? "DENIED" : "ERROR", call, error: error ?? errorOf(call) };
}

function tell(user: UserId, { call, linked }: Pick<Recorded, "call" | "linked">): void {
  const numbers = [...new Set(call.changes.map((change) => change.number))];
  const seq = call.changes.reduce((latest, { after }) => Math.max(latest, after?.changed ?? 0), 0);
  // An event holds less than 8,000 bytes.
  for (let from = 0; from < numbers.length; from += 500) {
    publish(user, { type: "tasks", numbers: numbers.slice(from, from + 500), seq });
  }
  for (const { id, messageId } of [call, ...linked]) publish(user, { type: "activity", callId: id, messageId });
}

/**
 * The person's yes or no to a call that waits; it counts once, and a second one is a conflict. A yes runs the call: the call that
 * comes back tells how it went. One whose time is over comes back DENIED.
 */
export async function decide(
  user: UserId,
  id: string,
  yes: boolean,
  today: Today,
): Promise<{ call: Call; output?: unknown }> {
  const recorded = await recordDecision(user, id, yes, (call) => (stores: Stores) => {
    if (!isToolName(call.toolName)) throw new Error(`there is no tool ${call.toolName}`);
    return tools[call.toolName].call(call.parameters, { ...stores, today });
  });
  tell(user, recorded);
  const { call } = recorded;
  return { call, ...(call.status === "SUCCESS" && { output: call.result }) };
}

/** What a waiting call would do to each task, field by field, if it were made now. Nothing: it would fail. */
export async function changesOf(user: UserId, { id, toolName, parameters }: Call, today: Today): Promise<Change[]> {
  if (!isToolName(toolName)) return [];
  const work = (stores: Stores) => tools[toolName].call(parameters, { ...stores, today });
  return await rehearse(user, id, work).catch(() => []);
}

/** The tasks, as they are now, that a waiting call would change. */
export const previewOf = (user: UserId, call: Call, today: Today): Promise<Task[]> =>
  touchedTasks(call, contextOf(user, today));

/** Ends the calls that a dead reply was at, and returns all of its calls, the oldest first. */
export async function interruptCalls(user: UserId, messageId: string): Promise<Call[]> {
  for (const call of await interruptCallsOf(user, messageId)) tell(user, { call, linked: [] });
  return activityOf(user).ofMessages([messageId]);
}

/** Ends what nobody will end any more, and returns it: calls whose process died, and calls that waited too long. */
export async function sweepCalls(): Promise<{ user: UserId; call: Call }[]> {
  const { interrupted, expired } = await sweep();
  for (const { user, call } of [...interrupted, ...expired]) tell(user, { call, linked: [] });
  return [...interrupted, ...expired];
}
