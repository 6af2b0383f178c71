import type { Call } from "@/lib/activity/schema";
import { makeConversation, makeMessage, makeUser } from "@/lib/db/testing";
import type { ToolInputs, ToolName, ToolOutputs } from "./registry";
import { type Caller, type RunResult, runTool } from "./run";

// For tests: a person, and calls made in their name.

/** Sunday 22 November 2026, half past four in the afternoon in Paris. */
export const today = { now: new Date("2026-11-22T15:30:00Z"), timeZone: "Europe/Paris" };

type Input<Name extends ToolName> = Partial<ToolInputs[Name]>;

export async function makePerson() {
  const user = await makeUser({ timeZone: today.timeZone });
  const base: Caller = { user: user.id, source: "UI", today };
  const attempt = (name: string, input: unknown, overrides: Partial<Caller> = {}) =>
    runTool(name, input, { ...base, ...overrides });

  /** A call that is to succeed. */
  async function run<Name extends ToolName>(name: Name, input: Input<Name>, overrides: Partial<Caller> = {}) {
    const result = await attempt(name, input, overrides);
    if (result.status !== "SUCCESS") throw new Error(`${name}: ${result.status}`, { cause: result });
    return { call: result.call, output: result.output as ToolOutputs[Name] };
  }

  /** The numbers of new tasks. */
  async function add(...titles: string[]): Promise<number[]> {
    const numbers: number[] = [];
    for (const title of titles) numbers.push((await run("create_task", { title })).output.task.number);
    return numbers;
  }

  /** What every call of a new reply shares. */
  async function startReply() {
    const conversation = await makeConversation(user);
    const reply = await makeMessage(conversation, { role: "ASSISTANT", status: "PROCESSING" });
    return { source: "CHAT", conversationId: conversation.id, messageId: reply.id } as const;
  }

  return { user: user.id, attempt, run, add, startReply };
}

export const sentence = (result: RunResult): string => ("error" in result ? result.error.message : result.status);
export const numbersOf = (tasks: { number: number }[]) => tasks.map((task) => task.number);
export const callOf = (result: RunResult): Call => {
  if (!result.call) throw new Error("nothing was recorded");
  return result.call;
};
