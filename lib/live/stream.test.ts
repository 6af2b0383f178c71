import { expect, onTestFinished, test, vi } from "vitest";
import { makeUser } from "@/lib/db/testing";
import { publish } from "./bus";
import { eventStream } from "./stream";

const options = { build: "b1", sessionId: "s1", signal: new AbortController().signal, isSignedIn: async () => true };

/** Reads a stream as a browser would: the names and data of its events, as they come. */
function reading(stream: ReadableStream<Uint8Array>) {
  const said: [string, unknown][] = [];
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const done = (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      for (const [, name = "", data = ""] of decoder.decode(read.value).matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        said.push([name, JSON.parse(data)]);
  })();
  onTestFinished(() => reader.cancel());
  return { said, done, leave: () => reader.cancel() };
}

const without = (said: [string, unknown][], name: string) =>
  said.filter(([, data]) => JSON.stringify(data) !== JSON.stringify({ type: name }));

test("a browser is greeted and hears what changes, but not the steps of a reply", async () => {
  const { id: user } = await makeUser();
  const { said } = reading(eventStream(user, options));
  const reply = { type: "reply", conversationId: "c", messageId: "m" } as const;
  publish(user, { ...reply, state: "started" });
  publish(user, { ...reply, state: "log" });
  publish(user, { ...reply, state: "stop" });
  publish(user, { type: "tasks", numbers: [12], seq: 1 });
  await vi.waitFor(() =>
    expect(without(said, "reconnected")).toEqual([
      ["hello", { build: "b1", person: user }],
      ["change", { ...reply, state: "started" }],
      ["change", { type: "tasks", numbers: [12], seq: 1 }],
    ]),
  );
});

test("the twenty-first stream of a person closes their first", async () => {
  const { id: user } = await makeUser();
  const { id: other } = await makeUser();
  const bystander = reading(eventStream(other, options));
  const streams = Array.from({ length: 21 }, () => reading(eventStream(user, options)));
  await streams[0]?.done;
  expect(streams[0]?.said.at(-1)).toEqual(["bye", "too_many"]);
  publish(user, { type: "tasks", numbers: [1], seq: 1 });
  publish(other, { type: "tasks", numbers: [2], seq: 1 });
  for (const { said } of streams.slice(1))
    await vi.waitFor(() => expect(said).toContainEqual(["change", { type: "tasks", numbers: [1], seq: 1 }]));
  await vi.waitFor(() => expect(bystander.said).toContainEqual(["change", { type: "tasks", numbers: [2], seq: 1 }]));
});

test("it beats, and ends when the session is revoked but not when the database is away", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const { id: user } = await makeUser();
  const isSignedIn = vi.fn<() => Promise<boolean>>();
  isSignedIn.mockRejectedValueOnce(new Error("no database")).mockResolvedValueOnce(true).mockResolvedValue(false);
  const { said, done } = reading(eventStream(user, { ...options, isSignedIn }));
  await vi.advanceTimersByTimeAsync(75_000);
  expect(isSignedIn).toHaveBeenCalledTimes(2);
  await vi.waitFor(() => expect(said).toContainEqual(["beat", 5]));
  await vi.advanceTimersByTimeAsync(15_000);
  await done;
  expect(said.at(-1)).toEqual(["bye", "signed_out"]);
});

test("a browser that goes leaves nothing behind", async () => {
  const { id: user } = await makeUser();
  const gone = new AbortController();
  const streams = Array.from({ length: 30 }, () => eventStream(user, { ...options, signal: gone.signal }));
  gone.abort();
  for (const stream of streams.slice(10)) await stream.cancel();
  const stays = reading(eventStream(user, options));
  for (const _ of Array(19).keys()) reading(eventStream(user, options));
  publish(user, { type: "tasks", numbers: [1], seq: 1 });
  await vi.waitFor(() => expect(stays.said).toContainEqual(["change", { type: "tasks", numbers: [1], seq: 1 }]));
  expect(stays.said).not.toContainEqual(["bye", "too_many"]);
});

test("a browser that doesn't read is let go instead of filling the memory", async () => {
  const { id: user } = await makeUser();
  const stream = eventStream(user, options);
  for (const number of Array(1_000).keys()) publish(user, { type: "tasks", numbers: [number], seq: 1 });
  const { said, done } = reading(stream);
  await done;
  expect(said.length).toBeLessThan(300);
  expect(said.at(-1)).toEqual(["bye", "too_slow"]);
});
