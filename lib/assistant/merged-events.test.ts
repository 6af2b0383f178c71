import { expect, test } from "vitest";
import { eventMerger } from "./merged-events";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What comes out when the text arrives in these pieces. */
function through(...pieces: (string | Uint8Array)[]): string {
  const merger = eventMerger();
  const out = pieces.map((piece) => merger.take(typeof piece === "string" ? encoder.encode(piece) : piece));
  return [...out, merger.end()].map((bytes) => decoder.decode(bytes)).join("");
}

const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const chat = (delta: object, more: object = {}) =>
  event({ id: "c", choices: [{ index: 0, delta, finish_reason: null }], ...more });
const responses = (delta: string, item_id = "m1") =>
  `event: response.output_text.delta\n${event({ type: "response.output_text.delta", item_id, output_index: 0, content_index: 0, delta, logprobs: [] })}`;

test("pieces of text that arrive together become one event, in both protocols", () => {
  expect(through(chat({ role: "assistant", content: "" }) + chat({ content: "Hel" }) + chat({ content: "lo" }))).toBe(
    chat({ content: "Hello" }),
  );
  expect(through(responses("Hel") + responses("lo"))).toBe(responses("Hello"));
});

test("what arrives apart stays apart, and an event that is cut is whole again", () => {
  const [one, two] = [chat({ content: "Grüße, " }), chat({ content: "🌍" })];
  expect(through(one, two)).toBe(one + two);
  const bytes = encoder.encode(one + two);
  for (let cut = 1; cut < bytes.length; cut++) {
    const out = through(bytes.subarray(0, cut), bytes.subarray(cut));
    expect([one + two, chat({ content: "Grüße, 🌍" })]).toContain(out);
  }
});

test("calls, ends, usage, comments, other texts and things that make no sense go through as they came", () => {
  const call = chat({ tool_calls: [{ index: 0, function: { arguments: '{"content":"x"}' } }] });
  const thought = chat({ content: null, reasoning_content: "hm" });
  const both = chat({ content: "a", reasoning_content: "hm" });
  const last = event({ id: "c", choices: [{ index: 0, delta: { content: "." }, finish_reason: "stop" }] });
  const usage = event({ id: "c", choices: [], usage: { total_tokens: 3 } });
  const broken = 'data: {"choices":[{"delta":{"content":"a"\n\n';
  const text = chat({ content: "a" });
  const odd = [call, thought, both, last, usage, broken, ": keep-alive\n\n", "data: [DONE]\n\n", responses("b", "m2")];
  const whole = odd.flatMap((one) => [text, one, one]).join("");
  const expected = odd
    .flatMap((one) => [text, ...(one === odd.at(-1) ? [responses("bb", "m2")] : [one, one])])
    .join("");
  expect(through(whole)).toBe(expected);
});

test("a stream whose lines end otherwise, or that ends without a blank line, loses nothing", () => {
  const windows = (chat({ content: "a" }) + chat({ content: "b" })).replaceAll("\n", "\r\n");
  expect(through(windows)).toBe(windows);
  expect(through(chat({ content: "a" }).trimEnd())).toBe(chat({ content: "a" }).trimEnd());
});
