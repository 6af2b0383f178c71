import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { batchedFetch } from "./batched-fetch";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const word = (text: string) => `data: {"choices":[{"delta":{"content":"${text}"}}]}\n\n`;
const thought = (text: string) => `data: {"choices":[{"delta":{"content":"","reasoning_content":"${text}"}}]}\n\n`;
const delta = (text: string) =>
  `event: response.output_text.delta\ndata: {"type":"response.output_text.delta","delta":"${text}"}\n\n`;

/** A response whose body a test writes, and what has been read of it. */
async function reading(
  options: { signal?: AbortSignal; first?: number; enough?: number; type?: string; status?: number } = {},
) {
  const { type = "text/event-stream", status = 200, first = 80, enough = 65_536, signal } = options;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started;
      signal?.addEventListener("abort", () => started.error(signal.reason));
    },
    cancel: cancelled,
  });
  const fetched = batchedFetch(
    { first, every: 80, enough },
    async () => new Response(body, { status, headers: { "content-type": type } }),
  );
  const response = await fetched("http://model", { signal });
  const read: string[] = [];
  let ended: unknown;
  const reader = response.body?.getReader();
  void (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return "end";
      read.push(new TextDecoder().decode(value));
    }
  })().then(
    (end) => {
      ended = end;
    },
    (error: unknown) => {
      ended = error;
    },
  );
  return {
    response,
    read,
    reader,
    cancelled,
    ended: () => ended,
    write: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: (error: Error) => controller?.error(error),
  };
}

/** What is under way gets there; no time goes by. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
};

test.each([
  ["Chat Completions", word],
  ["Responses", delta],
])("in %s, bytes pass at once until the first text was seen, and then every 80 ms", async (_, text) => {
  const { read, write } = await reading();
  for (const thinking of ["a", "b", "c"]) {
    write(thought(thinking));
    await settle();
  }
  expect(read).toHaveLength(3);
  write(text("One"));
  await settle();
  expect(read.at(-1)).toBe(text("One"));
  for (const later of [" two", " three", " four"]) {
    write(text(later));
    await settle();
  }
  await vi.advanceTimersByTimeAsync(79);
  await settle();
  expect(read).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(read.slice(4)).toEqual([text(" two three four")]);
});

test("the first batches are short, so that a fast model is not held up", async () => {
  const { read, write } = await reading({ first: 10 });
  write(word("One"));
  await settle();
  for (const wait of [10, 20, 40, 80, 80]) {
    const before = read.length;
    write(word("more"));
    await vi.advanceTimersByTimeAsync(wait - 1);
    await settle();
    expect(read).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    expect(read).toHaveLength(before + 1);
  }
});

test("a first text that arrives in two pieces is seen", async () => {
  const { read, write } = await reading();
  const event = word("One");
  write(event.slice(0, 35));
  write(event.slice(35));
  await settle();
  write(word(" two"));
  await settle();
  expect(read.join("")).toBe(event);
});

test("an end and an error are not waited for, and what came before them is not lost", async () => {
  const error = new Error("terminated");
  for (const kind of ["end", "fail"] as const) {
    const { read, write, end, fail, ended } = await reading();
    write(word("One"));
    await settle();
    ({ end, fail: () => fail(error) })[kind]();
    await settle();
    expect(read).toEqual([word("One")]);
    expect(ended()).toBe({ end: "end", fail: error }[kind]);
  }
});

test("a stop ends the reading at once", async () => {
  const stop = new AbortController();
  const { write, ended } = await reading({ signal: stop.signal });
  write(word("One"));
  await settle();
  write(word(" two"));
  await settle();
  stop.abort();
  await settle();
  expect(ended()).toMatchObject({ name: "AbortError" });
  expect(vi.getTimerCount()).toBe(0);
});

test("who stops reading stops the connection", async () => {
  const { write, reader, cancelled } = await reading();
  write(word("One"));
  await settle();
  await reader?.cancel("enough");
  expect(cancelled).toHaveBeenCalledWith("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("a flood is handed on without a wait", async () => {
  const { read, write } = await reading({ enough: 1_000 });
  const flood = word("x".repeat(2_000));
  for (let piece = 0; piece < 5; piece++) write(flood);
  await settle();
  expect(read.join("")).toBe(flood.repeat(5));
});

test("answers that are no streams, and refusals, are left alone", async () => {
  const whole = await reading({ type: "application/json" });
  whole.write(word("One"));
  whole.write(word("Two"));
  await settle();
  expect(whole.read).toEqual([word("One"), word("Two")]);
  const refused = await reading({ status: 429 });
  expect(refused.response.status).toBe(429);
});

test("over a real connection, a hundred tokens arrive whole, in order and in far fewer pieces", async () => {
  vi.useRealTimers();
  const words = Array.from({ length: 100 }, (_, index) => word(`w${index} `));
  const server = createServer(async (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const one of words) {
      response.write(one);
      await sleep(5);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const response = await batchedFetch({ first: 1_000, every: 1_000, enough: 65_536 })(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  const pieces: string[] = [];
  const decoder = new TextDecoder();
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) pieces.push(decoder.decode(bytes));
  server.close();
  const texts = [...pieces.join("").matchAll(/"content":"([^"]*)"/g)].map(([, text]) => text);
  expect(texts.join("")).toBe(Array.from({ length: 100 }, (_, index) => `w${index} `).join(""));
  expect(texts.length).toBeLessThan(40);
});
