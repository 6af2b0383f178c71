import { readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import { expect, test } from "vitest";
import { closed, type Parts, stepsIn, textOf, withChunk } from "./parts";

const script: UIMessageChunk[] = [
  { type: "start", messageId: "m" },
  { type: "start-step" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Let me " },
  { type: "text-delta", id: "t", delta: "look." },
  { type: "text-end", id: "t" },
  { type: "tool-input-available", toolCallId: "s1c0", toolName: "list_tasks", input: { view: "today" } },
  { type: "tool-input-available", toolCallId: "s1c1", toolName: "delete_task", input: { numbers: [1, 2] } },
  { type: "tool-output-available", toolCallId: "s1c0", output: { total: 0 } },
  { type: "tool-approval-request", toolCallId: "s1c1", approvalId: "a" },
  { type: "finish-step" },
  { type: "tool-output-denied", toolCallId: "s1c1" },
  { type: "start-step" },
  { type: "tool-input-available", toolCallId: "s2c0", toolName: "create_task", input: {} },
  { type: "tool-output-error", toolCallId: "s2c0", errorText: "A title is needed." },
  { type: "data-choices", id: "c", data: { options: [] } },
  { type: "text-start", id: "u" },
  { type: "text-delta", id: "u", delta: "Nothing." },
  { type: "text-end", id: "u" },
  { type: "finish-step" },
  { type: "finish" },
];

const fold = (chunks: UIMessageChunk[]) => chunks.reduce<Parts>(withChunk, []);

/** What the AI SDK's own client makes of the same chunks. */
async function asTheClientReadsIt(chunks: UIMessageChunk[]): Promise<Parts> {
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      // Not every chunk makes the client show its message again; this one does.
      controller.enqueue({ type: "message-metadata", messageMetadata: {} });
      controller.close();
    },
  });
  let last: UIMessage | undefined;
  for await (const message of readUIMessageStream({ stream })) last = message;
  return last?.parts ?? [];
}

const essence = (parts: Parts) =>
  parts.map((part) => {
    const { type, text, state, toolCallId, input, output, errorText, data } = part as Record<string, unknown>;
    return { type, text, state, toolCallId, input, output, errorText, data };
  });

test("every prefix of a reply folds into the parts that the client shows", async () => {
  for (let length = 2; length <= script.length; length++) {
    const chunks = script.slice(0, length);
    expect(essence(fold(chunks)), `after ${length} chunks`).toEqual(essence(await asTheClientReadsIt(chunks)));
  }
});

test("the text of a reply is its text parts, without what its tools said", () => {
  expect(textOf(fold(script))).toBe("Let me look.\n\nNothing.");
});

test("closing ends the text that was still open, and steps are counted", () => {
  const open = fold(script.slice(0, 5));
  expect(closed(open).at(-1)).toEqual({ type: "text", text: "Let me look.", state: "done" });
  expect(stepsIn(fold(script))).toBe(2);
});

test("a transient data part is for the moment only", () => {
  expect(fold([{ type: "data-call", id: "1", data: {}, transient: true }])).toEqual([]);
});
