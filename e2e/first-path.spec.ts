import { randomUUID } from "node:crypto";
import { chatOn, expect, test } from "./fixtures";

const wish = "add buy milk tomorrow at 5pm and call mum on friday";

test("a new person signs up, asks for two tasks, and finds everything again after a reload", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/login/);
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Name").fill("Robin Example");
  await page.getByLabel("E-mail").fill(`robin-${randomUUID()}@example.com`);
  await page.getByLabel("Password").fill(`correct horse ${randomUUID()}`);
  await page.getByRole("button", { name: "Create account" }).click();

  const chat = chatOn(page);
  await chat.say(wish);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  const milk = chat.tasks.getByRole("listitem").filter({ hasText: /buy milk/i });
  const mum = chat.tasks.getByRole("listitem").filter({ hasText: /call mum/i });
  await expect(milk).toContainText(/17:00|5:00/);
  await expect(mum).toBeVisible();
  await expect(chat.reply).toContainText("17:00");

  await page.reload();
  await expect(chat.main.getByRole("article", { name: "You" })).toContainText(wish);
  await expect(chat.reply).toContainText("17:00");
  await expect(milk).toBeVisible();
  await expect(mum).toBeVisible();
  await expect(chat.conversations.getByRole("link", { name: /buy milk/i })).toBeVisible();

  await page.goto("/activity");
  await expect(
    page
      .getByRole("main")
      .getByText(/buy milk/i)
      .first(),
  ).toBeVisible();
  await expect(
    page
      .getByRole("main")
      .getByText(/call mum/i)
      .first(),
  ).toBeVisible();
  await page.goto("/tasks");
  await page.getByRole("button", { name: /^All\b/ }).click();
  await expect(page.getByRole("checkbox", { name: /Complete “buy milk”/i })).toBeVisible();
});

test("the record shows exactly the two calls of that message", async ({ person }) => {
  const { replyId, conversationId, chunks } = await person.say(wish);
  const { calls } = (await person.ask("GET", "/api/activity")).body as { calls: Record<string, unknown>[] };
  expect(calls).toHaveLength(2);
  for (const call of calls) {
    expect(call).toMatchObject({
      toolName: "create_task",
      status: "SUCCESS",
      source: "CHAT",
      messageId: replyId,
      conversationId,
      error: null,
    });
  }
  expect(chunks[0]).toMatchObject({ type: "start", messageId: replyId });
  expect(chunks.at(-1)).toMatchObject({ type: "finish" });
  const { messages } = (await person.ask("GET", `/api/conversations/${conversationId}/messages`)).body as {
    messages: { seq: number; role: string; status: string; content: string }[];
  };
  expect(messages.map(({ seq, role, status }) => ({ seq, role, status }))).toEqual([
    { seq: 1, role: "USER", status: "COMPLETED" },
    { seq: 2, role: "ASSISTANT", status: "COMPLETED" },
  ]);
});

test("someone who comes back signs in and is where they left", async ({ page, person, chat, guard }) => {
  guard.expectProblems(/401/);
  await person.say("add water the plants");
  await page.context().clearCookies();
  await page.goto("/activity");
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill("not my password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w+/ })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/activity$/);
  await expect(page.getByText(/water the plants/i).first()).toBeVisible();
  await chat.open();
  await chat.showAllTasks();
  await expect(chat.tasks.getByText(/water the plants/i)).toBeVisible();
});
