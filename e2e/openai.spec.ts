import { randomUUID } from "node:crypto";
import { callsOf, scripted, withFakeModel } from "./fake-model";
import { expect, required, test } from "./fixtures";
import type { Person } from "./people";

// The same interface over the provider's real code: this instance believes that the fake server is its model.
test.use(withFakeModel);

type Stored = { id: string; status: string; content: string; metadata: { error?: { code: string; message: string } } };

/** The last reply of a conversation, as it is stored. */
async function storedReply(person: Person, conversationId: string) {
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  return required((answer.body as { messages: Stored[] }).messages.at(-1));
}

test("text streams into the page and is there after a reload", async ({ page, person, chat }) => {
  await chat.open();
  await chat.say(scripted("markdown").text);
  await expect(chat.reply.getByRole("heading", { name: "Plan" })).toBeVisible();
  await expect(chat.reply.getByRole("cell", { name: "Call mum" })).toBeVisible();
  await page.reload();
  await expect(chat.reply.getByRole("cell", { name: "Call mum" })).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(0);
});

test("two tool calls change the list, stand on the record and can be undone", async ({ page, chat, person }) => {
  await chat.open();
  const { text, key } = scripted("create-two");
  await chat.say(text);
  await expect(chat.reply).toContainText("Both tasks are on your list.");
  await chat.showAllTasks();
  await expect(chat.tasks.getByText("Buy milk")).toBeVisible();
  await expect(chat.tasks.getByText("Call mum")).toBeVisible();
  expect((await callsOf(key)).calls).toBe(2);
  await chat.main.getByRole("button", { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBeLessThan(2);
  await page.goto("/activity");
  await expect(page.getByRole("article", { name: "Add a task" }).filter({ hasText: "Call mum" })).toBeVisible();
});

test("the model gets the day, the zone and the tools, and nobody's secrets", async ({ person }) => {
  const { text, key } = scripted("hello");
  await person.say(text);
  const { requests } = await callsOf(key);
  const prompt = JSON.stringify(requests[0]);
  expect(prompt).toContain("Europe/Paris");
  expect(prompt).toContain("create_task");
  expect(prompt).not.toContain("move_task");
  expect(prompt).not.toContain(person.email);
  expect(prompt).not.toContain("userId");
});

test("the history comes from the database", async ({ person }) => {
  const first = await person.say("My favourite colour is teal.");
  const { text, key } = scripted("hello");
  await person.say(text, first.conversationId);
  const { requests } = await callsOf(key);
  const said = (requests[0]?.body.messages ?? []).map(({ role, content }) => `${role}: ${JSON.stringify(content)}`);
  expect(said.filter((line) => line.startsWith("user"))).toHaveLength(2);
  expect(said.join("\n")).toContain("teal");
});

const failures: [script: string, code: string][] = [
  ["401", "model_auth"],
  ["403", "model_auth"],
  ["404", "model_unavailable"],
  ["429", "rate_limited"],
  ["500", "model_unavailable"],
];
for (const [name, code] of failures) {
  test(`a model that answers ${name} is told in a sentence, and the conversation goes on`, async ({
    person,
    chat,
    page,
  }) => {
    test.slow();
    await chat.open();
    const { text, key } = scripted(name);
    await chat.send(text);
    await expect(chat.reply.getByRole("note")).toContainText(/model/, { timeout: 30_000 });
    await chat.settled();
    const conversationId = required(page.url().split("/").at(-1));
    const reply = await storedReply(person, conversationId);
    expect(reply).toMatchObject({ status: "ERROR", metadata: { error: { code } } });
    expect(await page.content()).not.toContain("sk-canary");
    expect(JSON.stringify(reply)).not.toContain("sk-canary");
    expect((await callsOf(key)).calls).toBe(name === "429" || name === "500" ? 3 : 1);
    await chat.say(scripted("hello").text);
    await expect(chat.reply).toContainText("Hello from the pretended model.");
  });
}

for (const name of ["429-once", "500-once"]) {
  test(`a model that fails once with ${name} is asked again, and nobody notices`, async ({ person }) => {
    const { text, key } = scripted(name);
    const reply = await person.say(text);
    expect(await storedReply(person, reply.conversationId)).toMatchObject({ status: "COMPLETED", content: reply.text });
    expect((await callsOf(key)).calls).toBe(2);
  });
}

test("a stream that breaks keeps what had arrived, says so, and the next message works", async ({
  page,
  person,
  chat,
}) => {
  await chat.open();
  await chat.send(scripted("broken").text);
  await expect(chat.reply).toContainText(/word1 word2/);
  await chat.settled();
  const conversationId = required(page.url().split("/").at(-1));
  const reply = await storedReply(person, conversationId);
  expect(reply).toMatchObject({ status: "ERROR", metadata: { error: { code: "model_failed" } } });
  expect(reply.content).toMatch(/^word1 word2/);
  await expect(chat.reply).toContainText(required(reply.metadata.error?.message));
  await page.reload();
  await expect(chat.reply).toContainText(/word1 word2/);
  await expect(chat.reply).toContainText(required(reply.metadata.error?.message));
  await chat.say(scripted("hello").text);
  await expect(chat.reply).toContainText("Hello from the pretended model.");
});

test("what a tool did before a break stays done and visible", async ({ person, chat }) => {
  await chat.open();
  await chat.send(scripted("broken-after-task").text);
  await chat.settled();
  await chat.showAllTasks();
  await expect(chat.tasks.getByText("Survives the break")).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});

for (const name of ["malformed-arguments", "wrong-types", "extra-fields", "unknown-tool"]) {
  test(`a call that makes no sense (${name}) changes nothing, and the model hears of it`, async ({ person }) => {
    const { text, key } = scripted(name);
    const reply = await person.say(text);
    expect(await storedReply(person, reply.conversationId)).toMatchObject({ status: "COMPLETED" });
    expect((await person.tool("list_tasks", {})).total).toBe(0);
    const { calls, requests } = await callsOf(key);
    expect(calls).toBe(2);
    expect(requests[1]?.body.messages.at(-1)?.role).toBe("tool");
  });
}

test("calls with one id are calls of their own", async ({ person }) => {
  await person.say(scripted("duplicate-ids").text);
  const { tasks } = (await person.tool("list_tasks", {})) as { tasks: { title: string }[] };
  expect(tasks.map(({ title }) => title).sort()).toEqual(["Buy milk", "Call mum", "Third one"]);
});

test("an endless loop of calls has an end", async ({ person }) => {
  const { text, key } = scripted("loop");
  const reply = await person.say(text);
  expect(await storedReply(person, reply.conversationId)).toMatchObject({ metadata: { error: { code: "loop" } } });
  expect((await callsOf(key)).calls).toBeLessThanOrEqual(12);
});

test("characters that were cut in two on the way arrive whole", async ({ person }) => {
  const reply = await person.say(scripted("half-characters").text);
  expect(reply.text).toBe("Grüße aus Köln, 東京 und 🌍🌎🌏 – für Zoë.");
  expect((await storedReply(person, reply.conversationId)).content).toBe(reply.text);
});

const odd: [script: string, told: RegExp][] = [
  ["empty", /without|no (text|answer|words)|nothing|empty/i],
  ["length", /limit of length/],
  ["filtered", /held back/],
];
for (const [name, told] of odd) {
  test(`an answer that is ${name} is said to be, and the conversation goes on`, async ({ page, person, chat }) => {
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

test("a huge answer is cut at its limit, and says so", async ({ person }) => {
  const reply = await person.say(scripted("huge").text);
  const stored = await storedReply(person, reply.conversationId);
  expect(stored.content.length).toBeLessThanOrEqual(10_000);
  expect(stored.content.length).toBeGreaterThan(9_000);
  expect(stored.content.slice(-200)).toMatch(/cut|limit|too long/i);
});

test("five deletions of a model wait for a yes", async ({ person, chat }) => {
  for (const title of ["One", "Two", "Three", "Four", "Five"]) await person.tool("create_task", { title });
  await chat.open();
  await chat.send(scripted("delete-five").text);
  await chat.main.getByRole("button", { name: "Approve" }).click();
  await expect(chat.reply).toContainText("The five tasks are in the bin.");
  expect((await person.tool("list_tasks", {})).total).toBe(0);
});

test("a person may choose the built-in assistant instead", async ({ person }) => {
  const answer = await person.ask("POST", "/api/chat", {
    conversationId: randomUUID(),
    messageId: randomUUID(),
    text: "add buy milk",
    timeZone: "Europe/Paris",
    model: "built-in",
  });
  expect(answer.status).toBe(200);
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});
