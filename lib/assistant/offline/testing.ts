import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { Today } from "@/lib/words/today";
import { isRead, type ToolCall } from "./calls";
import { offlineModel } from "./model";
import type { PlainTask } from "./rehearsal-task";
import { memoryTools } from "./rehearsal-tools";

export { type PlainTask as FakeTask, task } from "./rehearsal-task";
export { memoryTools as fakeTools } from "./rehearsal-tools";

/** Wednesday morning in New York. */
export const wednesday: Today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };

export type Said = { reply: string; calls: ToolCall[]; changes: ToolCall[]; steps: number };

/** A conversation with the built-in assistant: the real model, stepped as the AI SDK does. `refuse`: the person says no to these. */
export function conversation(
  initial: PlainTask[] = [],
  today: Today = wednesday,
  refuse: (call: ToolCall) => boolean = () => false,
) {
  const tools = memoryTools(initial, today);
  const prompt: LanguageModelV4Prompt = [{ role: "system", content: "You are Docket's assistant." }];
  let { now } = today;
  let offered: unknown[] = [];
  return {
    tasks: () => tools.list(),
    /** So much later the next message is sent. */
    wait(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** What was offered beside the last reply, as buttons. */
    choices: () => offered,
    /** A change made in the interface, between two messages. */
    byHand: (name: string, input: Record<string, unknown>) => void tools.run({ name, input }, "UI"),
    /** A message answered by another model, with the calls that it made. */
    overhear(text: string, calls: ToolCall[], reply: string) {
      prompt.push({ role: "user", content: [{ type: "text", text }] });
      record(calls.map((call, i) => ({ ...call, id: `s0c${i}` })));
      prompt.push({ role: "assistant", content: [{ type: "text", text: reply }] });
    },
    async say(text: string): Promise<Said> {
      const sentAt = { docket: { sentAt: now.toISOString() } };
      prompt.push({ role: "user", content: [{ type: "text", text, providerOptions: sentAt }] });
      const model = offlineModel({ today: { ...today, now } });
      const made: ToolCall[] = [];
      for (let step = 0; step < 12; step++) {
        const { content } = await model.doGenerate({ prompt });
        const calls = content.flatMap((part, i) =>
          part.type === "tool-call"
            ? [{ name: part.toolName, input: JSON.parse(part.input), id: `s${step}c${i}` }]
            : [],
        );
        if (calls.length === 0) {
          offered = content.flatMap((part) =>
            part.type === "text" ? (part.providerMetadata?.docket?.choices ?? []) : [],
          );
          const reply = content.map((part) => (part.type === "text" ? part.text : "")).join("");
          prompt.push({ role: "assistant", content: [{ type: "text", text: reply }] });
          return { reply, calls: made, changes: made.filter((call) => !isRead(call)), steps: step + 1 };
        }
        made.push(...calls.map(({ name, input }) => ({ name, input })));
        record(calls);
      }
      throw new Error(`No end to the reply to: ${text}`);
    },
  };

  function record(calls: (ToolCall & { id: string })[]) {
    prompt.push({
      role: "assistant",
      content: calls.map(({ name, input, id }) => ({ type: "tool-call", toolCallId: id, toolName: name, input })),
    });
    prompt.push({
      role: "tool",
      content: calls.map(({ id, ...call }) => ({
        type: "tool-result",
        toolCallId: id,
        toolName: call.name,
        output: refuse(call) ? { type: "execution-denied" } : tools.run(call),
      })),
    });
  }
}
