import { expect, test } from "vitest";
import { listener } from "./listener";

const delta = (text: string) => `id: 7\ndata: ${JSON.stringify({ type: "text-delta", id: "t", delta: text })}\n\n`;

test("tokens are counted inside the text, however many stand in one event", () => {
  const listen = listener();
  expect(listen(Buffer.from(delta("the ") + delta("quick task list "))).tokens).toBe(4);
});

test("an event that arrives in two pieces is heard once, when it is whole", () => {
  const listen = listener();
  const event = delta("every note ");
  expect(listen(Buffer.from(event.slice(0, 30))).tokens).toBe(0);
  expect(listen(Buffer.from(event.slice(30))).tokens).toBe(2);
});

test("the model's own events are counted the same way, and their first, empty one is nothing", () => {
  const chunk = (content: string) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
  const listen = listener();
  expect(listen(Buffer.from('data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}\n\n'))).toEqual({
    tokens: 0,
    error: null,
  });
  expect(listen(Buffer.from(chunk("you ") + chunk("add "))).tokens).toBe(2);
});

test("a reply that ended in an error tells which", () => {
  const listen = listener();
  const end = { type: "finish", messageMetadata: { status: "ERROR", error: { code: "model_failed" } } };
  expect(listen(Buffer.from(`data: ${JSON.stringify(end)}\n\n`)).error).toContain("model_failed");
});
