import { expect, test } from "./fixtures";

test("a card undoes its call, and the undo can be undone", async ({ page, person, chat }) => {
  await chat.open();
  await chat.showAllTasks();
  await chat.say("add buy milk tomorrow");
  const milk = chat.tasks.getByText(/buy milk/i);
  await expect(milk).toBeVisible();
  await chat.reply.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(milk).toHaveCount(0);
  expect((await person.tool("list_tasks", {})).total).toBe(0);

  await page.reload();
  await chat.showAllTasks();
  await expect(chat.reply).toContainText(/undone/i);
  await chat.reply.getByRole("button", { name: "Redo" }).click();
  await expect(milk).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});

test("undoing says no when the task has changed since, and changes nothing", async ({ person }) => {
  await person.say("add buy milk");
  await person.tool("update_task", { numbers: [1], patch: { title: "Buy oat milk" } });
  const { calls } = (await person.ask("GET", "/api/activity")).body as { calls: { id: string; source: string }[] };
  const made = calls.find(({ source }) => source === "CHAT");
  const answer = await person.ask("POST", "/api/tools/undo_change", { call: made?.id });
  expect(answer.status, answer.text).toBe(409);
  expect(answer.text).toContain("#1");
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Buy oat milk" }]);
});

test("undo works by word in the chat", async ({ person }) => {
  const { conversationId } = await person.say("add buy milk");
  await person.say("undo that", conversationId);
  expect((await person.tool("list_tasks", {})).total).toBe(0);
});

test("undo works from the activity page", async ({ page, person }) => {
  await person.tool("create_task", { title: "Buy milk" });
  await person.tool("delete_task", { numbers: [1] });
  await page.goto("/activity");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(1);
});
