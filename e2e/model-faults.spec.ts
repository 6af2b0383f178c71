import { callsOf, scripted, storedReply, withFakeModel } from "./fake-model";
import { expect, required, test } from "./fixtures";

// What a model's server may do wrong (F15 to F24), over the provider's real code.
test.use(withFakeModel);

const refusals: [fault: string, script: string, code: string, calls: number, told: RegExp][] = [
  ["F15", "401", "model_auth", 1, /refused the server's key/],
  ["F15", "403", "model_auth", 1, /refused the server's key/],
  ["F15", "404", "model_unavailable", 1, /chosen model is not there/],
  ["F16", "429", "rate_limited", 3, /busy or its quota is used up/],
  ["F16", "429-long", "rate_limited", 1, /again in 2 minutes/],
  ["F17", "500", "model_unavailable", 3, /can't be reached/],
  ["F17", "503", "model_unavailable", 3, /can't be reached/],
  ["F17", "reset-before-headers", "model_unavailable", 3, /can't be reached/],
  ["F17", "broken-before-text", "model_failed", 3, /broke off/],
];
const times: Record<number, string> = { 1: "once", 3: "three times" };
for (const [fault, name, code, calls, told] of refusals) {
  test(`${fault} · a model that always answers with ${name} is asked ${times[calls]}, and the person gets a sentence`, async ({
    person,
    chat,
    page,
  }) => {
    test.slow();
    await chat.open();
    const { text, key } = scripted(name);
    await chat.send(text);
    await expect(chat.reply.getByRole("note")).toContainText(told, { timeout: 30_000 });
    await chat.settled();
    const conversationId = required(page.url().split("/").at(-1));
    const reply = await storedReply(person, conversationId);
    expect(reply).toMatchObject({ status: "ERROR", metadata: { error: { code } } });
    expect(await page.content()).not.toContain("sk-canary");
    expect(JSON.stringify(reply)).not.toContain("sk-canary");
    expect((await callsOf(key)).calls).toBe(calls);
    await chat.say(scripted("hello").text);
    await expect(chat.reply).toContainText("Hello from the pretended model.");
  });
}

const passing: [fault: string, script: string, said: string][] = [
  ["F16", "429-once", "Here I am after a short wait."],
  ["F16", "429-once-date", "Here I am after a date."],
  ["F17", "500-once", "The second attempt worked."],
  ["F17", "reset-once", "The second connection held."],
  ["F17", "broken-once", "The second stream held."],
  ["F17", "ends-once", "The second stream ended well."],
];
for (const [fault, name, said] of passing) {
  test(`${fault} · a model that fails once with ${name} is asked again, and nobody sees anything twice`, async ({
    person,
  }) => {
    const { text, key } = scripted(name);
    const reply = await person.say(text);
    expect(reply.text).toBe(said);
    expect(await storedReply(person, reply.conversationId)).toMatchObject({ status: "COMPLETED", content: said });
    expect((await callsOf(key)).calls).toBe(2);
  });
}

test("F16 · a limit that is met after a tool has run is waited for, and the tool runs once", async ({ person }) => {
  const { text, key } = scripted("429-after-task");
  const reply = await person.say(text);
  expect(reply.text).toBe("Both steps went through.");
  expect((await person.tool("list_tasks", {})).total).toBe(1);
  // Counted from the first: the fault ends with the key's second call.
  expect((await callsOf(key)).calls).toBe(3);
});

test("F18 · a model that says nothing, or falls silent, is given up; what it said is kept, and one may go on", async ({
  person,
}) => {
  test.slow();
  const [before, midway] = await Promise.all([
    person.say(scripted("hang-before-headers").text),
    person.say(scripted("hang-midway").text),
  ]);
  const timeOut = { status: "ERROR", metadata: { error: { code: "model_timeout" } } };
  expect(await storedReply(person, before.conversationId)).toMatchObject(timeOut);
  const stored = await storedReply(person, midway.conversationId);
  expect(stored).toMatchObject(timeOut);
  expect(stored.content).toMatch(/^word1 word2/);
  const next = await person.say(scripted("hello").text, midway.conversationId);
  expect(next.text).toBe("Hello from the pretended model.");
});

test("F18 · a model that thinks before it speaks is alive, and its thoughts are nobody's business", async ({
  person,
}) => {
  const reply = await person.say(scripted("thinks").text);
  expect(reply.text).toBe("I have thought about it.");
  expect(JSON.stringify(reply.chunks)).not.toContain("word1");
});

for (const name of ["broken", "end-early", "error-event"]) {
  test(`F17 · after its first words a stream that fails (${name}) keeps them, says so, and the next message works`, async ({
    page,
    person,
    chat,
  }) => {
    await chat.open();
    const { text, key } = scripted(name);
    await chat.send(text);
    await expect(chat.reply).toContainText(/word1 word2/);
    await chat.settled();
    const conversationId = required(page.url().split("/").at(-1));
    const reply = await storedReply(person, conversationId);
    expect(reply).toMatchObject({ status: "ERROR", metadata: { error: { code: "model_failed" } } });
    expect(reply.content).toMatch(/^word1 word2/);
    expect(JSON.stringify(reply)).not.toContain("sk-canary");
    expect((await callsOf(key)).calls).toBe(1);
    await page.reload();
    await expect(chat.reply).toContainText(/word1 word2/);
    await expect(chat.reply).toContainText(required(reply.metadata.error?.message));
    await chat.say(scripted("hello").text);
    await expect(chat.reply).toContainText("Hello from the pretended model.");
  });
}

test("F17 · what a tool did before a break stays done and visible", async ({ person, chat }) => {
  await chat.open();
  await chat.send(scripted("broken-after-task").text);
  await chat.settled();
  await chat.showAllTasks();
  await expect(chat.tasks.getByText("Survives the break")).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});
