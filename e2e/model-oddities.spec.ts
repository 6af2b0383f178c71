import { callsOf, scripted, storedReply, withFakeModel } from "./fake-model";
import { expect, required, test } from "./fixtures";

// What a model may say that it should not (F19 to F24). The pretended server refuses requests that are not sound, so each of these
// also shows that what was odd is sent back in a form that providers take.
test.use(withFakeModel);

const senseless: [fault: string, script: string, tasks: number][] = [
  ["F19", "malformed-arguments", 0],
  ["F19", "wrong-types", 0],
  ["F19", "extra-fields", 0],
  // The last of its four calls can be mended: what can't be stored is replaced.
  ["F19", "odd-arguments", 1],
  ["F20", "unknown-tool", 0],
  ["F20", "odd-names", 0],
  ["F22", "huge-arguments", 0],
];
for (const [fault, name, tasks] of senseless) {
  test(`${fault} · a call that makes no sense (${name}) changes nothing, and the model hears of it`, async ({
    person,
  }) => {
    const { text, key } = scripted(name);
    const reply = await person.say(text);
    expect(await storedReply(person, reply.conversationId)).toMatchObject({ status: "COMPLETED" });
    expect((await person.tool("list_tasks", {})).total).toBe(tasks);
    const { calls, requests } = await callsOf(key);
    expect(calls).toBe(2);
    expect(requests[1]?.body.messages.at(-1)?.role).toBe("tool");
    const next = await person.say(scripted("hello").text, reply.conversationId);
    expect(next.text).toBe("Hello from the pretended model.");
  });
}

test("F19 · a model that never sends arguments that fit may try three times", async ({ person }) => {
  const { text, key } = scripted("never-fits");
  const reply = await person.say(text);
  expect(await storedReply(person, reply.conversationId)).toMatchObject({
    status: "ERROR",
    metadata: { error: { code: "loop", message: expect.stringContaining("makes no sense") } },
  });
  expect((await callsOf(key)).calls).toBe(3);
  expect((await person.tool("list_tasks", {})).total).toBe(0);
});

test("F21 · an endless loop of calls has an end", async ({ person }) => {
  const { text, key } = scripted("loop");
  const reply = await person.say(text);
  expect(await storedReply(person, reply.conversationId)).toMatchObject({ metadata: { error: { code: "loop" } } });
  expect((await callsOf(key)).calls).toBeLessThanOrEqual(12);
});

test("F21 · of thirty calls at once twenty-five are made, and that is said", async ({ person }) => {
  const reply = await person.say(scripted("many-calls").text);
  expect(await storedReply(person, reply.conversationId)).toMatchObject({ metadata: { error: { code: "loop" } } });
  expect((await person.tool("list_tasks", {})).total).toBe(25);
  const next = await person.say(scripted("hello").text, reply.conversationId);
  expect(next.text).toBe("Hello from the pretended model.");
});

test("F22 · a huge answer is cut at its limit, and says so", async ({ person }) => {
  const reply = await person.say(scripted("huge").text);
  const stored = await storedReply(person, reply.conversationId);
  expect(stored.content.length).toBeLessThanOrEqual(10_000);
  expect(stored.content.length).toBeGreaterThan(9_000);
  expect(stored.content.slice(-200)).toMatch(/cut|limit|too long/i);
});

const odd: [script: string, told: RegExp][] = [
  ["empty", /without|no (text|answer|words)|nothing|empty/i],
  ["length", /limit of length/],
  ["filtered", /held back/],
];
for (const [name, told] of odd) {
  test(`F23 · an answer that is ${name} is said to be, and the conversation goes on`, async ({
    page,
    person,
    chat,
  }) => {
    await chat.open();
    await chat.say(scripted(name).text);
    await expect(chat.reply).toContainText(told);
    await page.reload();
    await expect(chat.reply).toContainText(told);
    expect((await storedReply(person, required(page.url().split("/").at(-1)))).status).toBe("COMPLETED");
    await chat.say(scripted("hello").text);
    await expect(chat.reply).toContainText("Hello from the pretended model.");
  });
}

test("F24 · calls with one id are calls of their own", async ({ person }) => {
  await person.say(scripted("duplicate-ids").text);
  const { tasks } = (await person.tool("list_tasks", {})) as { tasks: { title: string }[] };
  expect(tasks.map(({ title }) => title).sort()).toEqual(["Buy milk", "Call mum", "Third one"]);
});

test("characters that were cut in two on the way arrive whole", async ({ person }) => {
  const reply = await person.say(scripted("half-characters").text);
  expect(reply.text).toBe("Grüße aus Köln, 東京 und 🌍🌎🌏 – für Zoë.");
  expect((await storedReply(person, reply.conversationId)).content).toBe(reply.text);
});

const wires: [script: string, said: string][] = [
  ["no-done", "No marker follows this."],
  ["crlf", "Written with two characters per line end."],
  ["comments", "There is something between the lines."],
];
for (const [name, said] of wires) {
  test(`a server that writes its events in its own way (${name}) is understood`, async ({ person }) => {
    const reply = await person.say(scripted(name).text);
    expect(await storedReply(person, reply.conversationId)).toMatchObject({ status: "COMPLETED", content: said });
  });
}
