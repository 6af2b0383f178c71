import { APICallError } from "ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scripts } from "./scripts";
import { startFakeOpenAI } from "./server";
import { oneTool, turn, wires } from "./turn";

let fake: Awaited<ReturnType<typeof startFakeOpenAI>>;
beforeAll(async () => {
  fake = await startFakeOpenAI();
});
afterAll(() => fake.close());

for (const wire of wires) {
  test(`over ${wire}, ends without a marker, other line ends, comments and thoughts leave the text as it is`, async () => {
    const turns = await Promise.all(
      ["no-done", "crlf", "comments", "thinks"].map((script) => turn(fake.url, wire, script)),
    );
    expect(turns.map(({ text, finish, errors }) => ({ text, finish, errors }))).toEqual(
      ["no-done", "crlf", "comments", "thinks"].map((script) => ({
        text: scripts[script]?.steps[0]?.text,
        finish: "stop",
        errors: [],
      })),
    );
  });

  test(`over ${wire}, a connection that is reset before an answer is an error that may pass`, async () => {
    const { errors } = await turn(fake.url, wire, "reset-before-headers");
    expect(errors.map((error) => APICallError.isInstance(error) && error.isRetryable)).toEqual([true]);
  });

  test(`over ${wire}, thirty calls of one step and 20 kB of arguments arrive whole`, async () => {
    expect((await turn(fake.url, wire, "many-calls")).made).toHaveLength(30);
    const { failures } = await turn(fake.url, wire, "huge-arguments");
    expect(failures).toEqual(["create_task"]);
  });
}

test("a wait is asked for in seconds or as a date", async () => {
  const asked = async (script: string) => {
    const body = JSON.stringify({ input: `[[script:${script}]]`, tools: [oneTool.responses] });
    const { headers } = await fetch(`${fake.url}/v1/responses`, { method: "POST", body });
    return headers.get("retry-after") ?? "";
  };
  expect(await asked("429-long")).toBe("120");
  const wait = Date.parse(await asked("429-once-date")) - Date.now();
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(2_000);
});

test("a request that is not sound is refused with a sentence, and is no call of a script", async () => {
  const messages = [
    { role: "user", content: "[[script:hello#unsound]]" },
    { role: "tool", tool_call_id: "c", content: "done" },
  ];
  const answer = await fetch(`${fake.url}/v1/chat/completions`, { method: "POST", body: JSON.stringify({ messages }) });
  expect(answer.status).toBe(400);
  expect((await answer.json()).error.message).toBe(
    "The result of 'c' has no call right before it, or is its second one.",
  );
  expect(await (await fetch(`${fake.url}/__calls?key=unsound`)).json()).toMatchObject({ calls: 0 });
});

test("a model that is told to go on asks for the calls of the same script again", async () => {
  const call = { id: "c", type: "function", function: { name: "create_task", arguments: "{}" } };
  const messages = [
    { role: "user", content: "[[script:create-two]]" },
    { role: "assistant", content: "I'll add both.", tool_calls: [call] },
    { role: "tool", tool_call_id: "c", content: "done" },
    { role: "user", content: "Go on." },
  ];
  const body = JSON.stringify({ stream: false, messages, tools: [oneTool.chat] });
  const answer = await (await fetch(`${fake.url}/v1/chat/completions`, { method: "POST", body })).json();
  expect(answer.choices[0].message.tool_calls).toHaveLength(2);
});
