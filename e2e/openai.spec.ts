import { randomUUID } from "node:crypto";
import { callsOf, scripted, withFakeModel } from "./fake-model";
import { expect, test } from "./fixtures";

// The same interface over the provider's real code: this instance believes that the fake server is its model.
test.use(withFakeModel);

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
  expect(prompt).toContain("move_task");
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
