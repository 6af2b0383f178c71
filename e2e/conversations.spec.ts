import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Chat, expect, test } from "./fixtures";

/** Picks an item of a conversation's menu in the sidebar. */
async function choose(page: Page, chat: Chat, title: string, item: string) {
  await chat.conversations.getByRole("link", { name: title }).hover();
  await chat.conversations.getByRole("button", { name: `Options for “${title}”` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("several conversations stand in the sidebar, newest first, each with its own words", async ({
  page,
  person,
  chat,
}) => {
  await person.say("add buy milk");
  await person.say("what can you do?");
  await chat.open();
  const links = chat.conversations.getByRole("link").filter({ hasText: /milk|what can/i });
  await expect(links).toHaveText([/what can you do/i, /buy milk/i]);

  await links.filter({ hasText: /milk/ }).click();
  await expect(chat.main.getByText("add buy milk", { exact: true })).toBeVisible();
  await chat.say("add call mum");
  await expect(links).toHaveText([/buy milk/i, /what can you do/i]);
  await expect(chat.main.getByText("what can you do?", { exact: true })).toHaveCount(0);

  await chat.conversations.getByRole("link", { name: "New chat" }).click();
  await expect(chat.main.getByText("add buy milk", { exact: true })).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  await chat.say("help");
  await expect(chat.conversations.getByRole("link", { name: /help/i })).toBeVisible();
});

test("a draft stays with its conversation", async ({ page, person, chat }) => {
  const first = await person.say("add buy milk");
  const second = await person.say("add call mum");
  await chat.open(`/chat/${first.conversationId}`);
  await chat.message.fill("half a thought");
  await chat.open(`/chat/${second.conversationId}`);
  await expect(chat.message).toHaveValue("");
  await chat.open(`/chat/${first.conversationId}`);
  await expect(chat.message).toHaveValue("half a thought");
  await page.reload();
  await expect(chat.message).toHaveValue("half a thought");
});

test("a conversation can be renamed, archived, deleted and brought back, and its record stays", async ({ person }) => {
  const { conversationId } = await person.say("add buy milk");
  const path = `/api/conversations/${conversationId}`;
  expect((await person.ask("PATCH", path, { title: "Groceries", pinned: true })).status).toBe(200);
  expect((await person.ask("GET", path)).text).toContain("Groceries");
  expect((await person.ask("DELETE", path)).status).toBe(204);
  expect((await person.ask("GET", path)).status).toBe(404);
  expect((await person.ask("GET", "/api/conversations")).text).not.toContain(conversationId);
  expect((await person.ask("GET", "/api/activity")).text).toContain("create_task");
  expect((await person.ask("POST", `${path}/restore`, {})).status).toBe(200);
  expect((await person.ask("GET", `${path}/messages`)).text).toContain("add buy milk");
});

test("the sidebar renames, pins, archives and deletes", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  await chat.open(`/chat/${conversationId}`);
  await choose(page, chat, "Add buy milk", "Rename");
  await page.getByRole("textbox", { name: "Title of the conversation" }).fill("Groceries");
  await page.keyboard.press("Enter");
  await choose(page, chat, "Groceries", "Pin");
  await expect(chat.conversations.getByRole("list", { name: "Pinned" }).getByRole("link")).toHaveText("Groceries");
  await choose(page, chat, "Groceries", "Archive");
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: "Unarchive" }).click();
  await expect(chat.message).toBeEditable();
  await choose(page, chat, "Groceries", "Delete");
  await expect(page).toHaveURL(/\/$/);
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toBeVisible();
});

test("a conversation is ended in the sidebar, and writing in it opens it again", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  const status = async () => (await person.ask("GET", `/api/conversations/${conversationId}`)).body;
  await chat.open(`/chat/${conversationId}`);
  const ended = chat.conversations.getByRole("link", { name: "Add buy milk" }).getByRole("img", { name: "Ended" });
  await choose(page, chat, "Add buy milk", "End conversation");
  await expect(ended).toBeVisible();
  await expect.poll(status).toMatchObject({ status: "INACTIVE" });
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(ended).toHaveCount(0);
  await choose(page, chat, "Add buy milk", "End conversation");
  await expect(ended).toBeVisible();
  await page.reload();
  await expect(ended).toBeVisible();
  await chat.say("add call mum");
  await expect(ended).toHaveCount(0);
  expect(await status()).toMatchObject({ status: "ACTIVE" });
});

test("an archived conversation can be read and not written in, until it leaves the archive", async ({
  page,
  person,
  chat,
}) => {
  const { conversationId } = await person.say("add buy milk");
  await chat.open(`/chat/${conversationId}`);
  const taken = page.waitForResponse((response) => response.request().method() === "PATCH");
  await choose(page, chat, "Add buy milk", "Archive");
  // It looks archived before the server has said so.
  await expect(chat.message).toHaveCount(0);
  await taken;
  await expect(chat.main.getByText("add buy milk", { exact: true })).toBeVisible();
  const sent = { conversationId, messageId: randomUUID(), text: "add call mum", timeZone: "Europe/Paris" };
  expect((await person.ask("POST", "/api/chat", sent)).status).toBe(409);
  await page.reload();
  await expect(chat.main.getByText("can only be read")).toBeVisible();
  await expect(chat.message).toHaveCount(0);

  await chat.conversations.getByRole("button", { name: "Archived" }).click();
  await choose(page, chat, "Add buy milk", "Unarchive");
  await expect(chat.message).toBeEditable();
  await chat.say("add call mum");
  expect((await person.tool("list_tasks", {})).total).toBe(2);
});

test("Activity goes on showing what was done in a conversation that is deleted", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  await chat.open(`/chat/${conversationId}`);
  await choose(page, chat, "Add buy milk", "Delete");
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/activity");
  await expect(page.getByRole("article").filter({ hasText: /buy milk/i })).toBeVisible();
  expect((await person.ask("POST", `/api/conversations/${conversationId}/restore`, {})).status).toBe(200);
  await chat.open(`/chat/${conversationId}`);
  await expect(chat.main.getByText("add buy milk", { exact: true })).toBeVisible();
});

test("searching finds words of titles and messages", async ({ person, chat }) => {
  await person.say("add buy milk");
  await person.say("add call mum");
  await chat.open();
  await chat.conversations.getByRole("searchbox").fill("mum");
  await expect(chat.conversations.getByRole("link", { name: /buy milk/i })).toHaveCount(0);
  await expect(chat.conversations.getByRole("link", { name: /call mum/i })).toBeVisible();
});

test("what is typed before the page is awake counts", async ({ page, person, chat }) => {
  await person.say("add buy milk");
  await person.say("add call mum");
  const awake = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await awake.promise;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  const add = chat.tasks.getByRole("textbox", { name: "Add a task" });
  await chat.conversations.getByRole("searchbox").fill("mum");
  await add.fill("buy eggs");
  await chat.message.fill("add oil");
  awake.resolve();
  await expect(chat.conversations.getByRole("link", { name: /buy milk/i })).toHaveCount(0);
  await expect(chat.conversations.getByRole("link", { name: /call mum/i })).toBeVisible();
  await expect(chat.message).toHaveValue("add oil");
  await add.press("Enter");
  await expect(chat.tasks.getByText("buy eggs", { exact: true })).toBeVisible();
});

test("Enter sends, Shift+Enter makes a line, and an empty message goes nowhere", async ({ page, chat, person }) => {
  await chat.open();
  await chat.message.press("Enter");
  await chat.message.fill("   ");
  await chat.message.press("Enter");
  await expect(page).toHaveURL(/\/$/);
  await chat.message.fill("add buy milk");
  await chat.message.press("Shift+Enter");
  await chat.message.pressSequentially("add call mum");
  await expect(chat.message).toHaveValue("add buy milk\nadd call mum");
  await chat.message.press("Enter");
  await chat.settled();
  await expect(chat.message).toHaveValue("");
  expect((await person.tool("list_tasks", {})).total).toBe(2);
});
