import { APICallError, generateText, RetryError } from "ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scripts } from "./scripts";
import { startFakeOpenAI } from "./server";
import { modelOver, oneTool, turn, wires } from "./turn";

let fake: Awaited<ReturnType<typeof startFakeOpenAI>>;
beforeAll(async () => {
  fake = await startFakeOpenAI();
});
afterAll(() => fake.close());

for (const wire of wires) {
  test(`over ${wire}, text streams whole, with its usage`, async () => {
    const { text, finish, outputTokens, errors } = await turn(fake.url, wire, "hello");
    expect({ text, finish, outputTokens, errors }).toEqual({
      text: "Hello from the pretended model.",
      finish: "stop",
      outputTokens: 30,
      errors: [],
    });
  });

  test(`over ${wire}, two tools run in one step and the next step speaks`, async () => {
    const { text, made } = await turn(fake.url, wire, "create-two");
    expect(made).toEqual([
      { title: "Buy milk", due: "tomorrow 17:00" },
      { title: "Call mum", due: "friday" },
    ]);
    expect(text).toBe("I'll add both. Both tasks are on your list.");
  });

  test(`over ${wire}, rounds are told apart`, async () => {
    const { text, made } = await turn(fake.url, wire, "one-by-one");
    expect(made).toHaveLength(2);
    expect(text).toBe("One after the other, both are there.");
  });

  test(`over ${wire}, broken and unknown calls come back as tool errors and change nothing`, async () => {
    const turns = await Promise.all(
      ["malformed-arguments", "wrong-types", "extra-fields", "unknown-tool"].map((script) =>
        turn(fake.url, wire, script),
      ),
    );
    expect(turns.map(({ failures }) => failures)).toEqual([
      ["create_task"],
      ["create_task"],
      ["create_task"],
      ["launch_rocket"],
    ]);
    expect(turns.flatMap(({ made }) => made)).toEqual([]);
    expect(turns.map(({ text }) => text)).toEqual([
      "I could not write that down.",
      "I got the types wrong.",
      "I asked for too much.",
      "There is no such tool.",
    ]);
  });

  test(`over ${wire}, a loop has no end of its own`, async () => {
    expect((await turn(fake.url, wire, "loop", { steps: 4 })).finish).toBe("tool-calls");
  });

  for (const status of [401, 403, 404, 429, 500, 503]) {
    test(`over ${wire}, the status ${status} arrives as it is`, async () => {
      const { errors, text } = await turn(fake.url, wire, String(status));
      expect(text).toBe("");
      expect(errors.map((error) => APICallError.isInstance(error) && error.statusCode)).toEqual([status]);
    });
  }

  test(`over ${wire}, characters cut in two arrive whole`, async () => {
    expect((await turn(fake.url, wire, "half-characters")).text).toBe(scripts["half-characters"]?.steps[0]?.text);
  });

  test(`over ${wire}, a broken connection leaves the text that had arrived, and an error`, async () => {
    const { text, errors } = await turn(fake.url, wire, "broken");
    expect(text).toMatch(/^word1 word2/);
    expect(text).not.toContain("word40");
    expect(errors.length).toBeGreaterThan(0);
  });

  test(`over ${wire}, an error in the stream is an error`, async () => {
    const { errors } = await turn(fake.url, wire, "error-event");
    expect(errors.length).toBeGreaterThan(0);
  });

  test(`over ${wire}, a model that hangs is a timeout, before and after its first words`, async () => {
    const [before, midway] = await Promise.all([
      turn(fake.url, wire, "hang-before-headers", { totalMs: 300 }),
      turn(fake.url, wire, "hang-midway", { totalMs: 300 }),
    ]);
    expect([before.aborted, midway.aborted]).toEqual([true, true]);
    expect([before.text, midway.text.length > 0]).toEqual(["", true]);
  });

  test(`over ${wire}, an answer may be empty, cut or filtered`, async () => {
    const [empty, cut, filtered] = await Promise.all([
      turn(fake.url, wire, "empty"),
      turn(fake.url, wire, "length"),
      turn(fake.url, wire, "filtered"),
    ]);
    expect([empty.text, empty.finish]).toEqual(["", "stop"]);
    expect([cut.text, cut.finish]).toEqual(["This answer was cut", "length"]);
    expect(filtered.finish).toBe("content-filter");
  });
}

test("a script may fail once and then work, and calls are counted by their key", async () => {
  const { text } = await turn(fake.url, "chat", "429-once#retry-me", { maxRetries: 2 });
  expect(text).toBe("Here I am after a short wait.");
  const counted = await (await fetch(`${fake.url}/__calls?key=retry-me`)).json();
  expect(counted.calls).toBe(2);
  expect(counted.requests[0].authorization).toBe("Bearer sk-test");
});

test("retries that never help are an error that names the last one", async () => {
  const { errors } = await turn(fake.url, "responses", "500", { maxRetries: 1 });
  expect(errors.map((error) => RetryError.isInstance(error) && APICallError.isInstance(error.lastError))).toEqual([
    true,
  ]);
});

test("equal call ids stay equal on the wire", async () => {
  const request = {
    model: "pretended",
    stream: true,
    tools: [oneTool.chat],
    messages: [{ role: "user", content: "[[script:duplicate-ids]]" }],
  };
  const answer = await fetch(`${fake.url}/v1/chat/completions`, { method: "POST", body: JSON.stringify(request) });
  expect((await answer.text()).match(/"id":"call_same"/g)).toHaveLength(2);
});

test("ten million characters stream without being held", { timeout: 60_000 }, async () => {
  expect((await turn(fake.url, "compatible", "huge")).text).toHaveLength(10_000_000);
});

test("a test may bring a script of its own", async () => {
  await fetch(`${fake.url}/__scripts/own`, {
    method: "PUT",
    body: JSON.stringify({ steps: [{ text: "My own words." }] }),
  });
  expect((await turn(fake.url, "responses", "own")).text).toBe("My own words.");
});

test("a question without tools gets a title, streamed or whole", async () => {
  const { text } = await generateText({
    model: modelOver(fake.url, "responses"),
    prompt: "A title for: [[script:500]]",
  });
  expect(text).toBe("Groceries and a phone call");
});
