import { readUIMessageStream, type UIMessageChunk } from "ai";
import { expect, test } from "vitest";
import { withChunk as onTheServer, type Parts } from "@/lib/assistant/parts";
import type { ChatMessage } from "@/lib/assistant/schema";
import { type Chunk, isToolPart, toolNameOf, withChunk } from "./fold";

const empty: ChatMessage = { id: "m", role: "assistant", parts: [] };
const fold = (chunks: UIMessageChunk[], from = empty) =>
  chunks.reduce<ChatMessage>((message, chunk) => withChunk(message, chunk as Chunk), from);

/** A reply made of everything that a producer may say, in an order that the number decides. */
function reply(seed: number): UIMessageChunk[] {
  let state = seed;
  const upTo = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const chunks: UIMessageChunk[] = [{ type: "start", messageId: "m", messageMetadata: { status: "PROCESSING" } }];
  for (let step = 1; step <= 3; step++) {
    chunks.push({ type: "start-step" });
    for (let index = 0; index < 4; index++) chunks.push(...piece(`s${step}c${index}`, upTo(8)));
    chunks.push({ type: "finish-step" });
  }
  chunks.push({ type: "message-metadata", messageMetadata: { model: "pretended", firstTokenMs: upTo(100) } });
  return [...chunks, { type: "finish", messageMetadata: { status: "COMPLETED", totalMs: upTo(1_000) } }];
}

function piece(id: string, kind: number): UIMessageChunk[] {
  const call: UIMessageChunk = {
    type: "tool-input-available",
    toolCallId: id,
    toolName: "create_task",
    input: { title: id },
  };
  const pieces: UIMessageChunk[][] = [
    [
      { type: "text-start", id },
      { type: "text-delta", id, delta: "Some " },
      { type: "text-delta", id, delta: "text." },
      { type: "text-end", id },
    ],
    [call, { type: "tool-output-available", toolCallId: id, output: { number: 1 } }],
    [call, { type: "tool-output-error", toolCallId: id, errorText: "A title is needed." }],
    [call, { type: "tool-approval-request", toolCallId: id, approvalId: `a-${id}` }],
    [
      call,
      { type: "tool-approval-request", toolCallId: id, approvalId: `a-${id}` },
      { type: "tool-output-denied", toolCallId: id },
    ],
    [{ type: "tool-input-error", toolCallId: id, toolName: "create_task", input: "{", errorText: "Not JSON." }],
    [{ type: "data-choices", id, data: { options: [{ label: "The first", text: "#1" }] } }],
    [{ type: "data-call", id, data: { id }, transient: true }],
  ];
  return pieces[kind] ?? [];
}

const replies = Array.from({ length: 40 }, (_, seed) => reply(seed + 1));

test("every prefix of any reply folds into the parts that the server stores", () => {
  const kinds = new Set(replies.flat().map(({ type }) => type));
  expect(kinds.size).toBeGreaterThan(15);
  for (const chunks of replies) {
    for (let length = 1; length <= chunks.length; length++) {
      const prefix = chunks.slice(0, length);
      expect(fold(prefix).parts).toEqual(prefix.reduce<Parts>(onTheServer, []));
    }
  }
});

test("what a reply says of itself gathers as in the AI SDK's own client", async () => {
  for (const chunks of replies) expect(fold(chunks).metadata).toEqual((await asTheSdkReadsIt(chunks))?.metadata);
});

test("a reply that goes on after a decision keeps what it holds", () => {
  const held = fold(piece("s1c0", 3));
  const done = fold([{ type: "tool-output-available", toolCallId: "s1c0", output: { number: 7 } }], held);
  expect(done.parts).toMatchObject([{ type: "tool-create_task", state: "output-available", output: { number: 7 } }]);
  expect(held.parts).toMatchObject([{ state: "approval-requested" }]);
});

test("a chunk that changes nothing leaves the message itself, so that nothing is drawn again", () => {
  expect(withChunk(empty, { type: "finish-step" })).toBe(empty);
  expect(fold(piece("s1c0", 7))).toBe(empty);
});

test("a call is known by its tool", () => {
  const [part] = fold(piece("s1c0", 1)).parts;
  expect(part && isToolPart(part) && toolNameOf(part)).toBe("create_task");
});

async function asTheSdkReadsIt(chunks: UIMessageChunk[]) {
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  let last: ChatMessage | undefined;
  for await (const message of readUIMessageStream<ChatMessage>({ stream: stream as ReadableStream<Chunk> }))
    last = message;
  return last;
}
