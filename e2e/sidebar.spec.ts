import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Chat, chatOn, expect, test } from "./fixtures";
import { collect } from "./rows";

async function choose(page: Page, chat: Chat, title: string, item: string) {
  await chat.conversations.getByRole("link", { name: title }).hover();
  await chat.conversations.getByRole("button", { name: `Options for “${title}”` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("the keyboard walks through the list, renames, deletes and opens", async ({ page, person, chat }) => {
  for (const text of ["add bread", "add eggs", "add milk"]) await person.say(text);
  await chat.open();
  const link = (name: string) => chat.conversations.getByRole("link", { name });
  await link("Add milk").focus();
  await page.keyboard.press("ArrowDown");
  await expect(link("Add eggs")).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("Breakfast");
  await page.keyboard.press("Enter");
  await expect(link("Breakfast")).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("Nonsense");
  await page.keyboard.press("Escape");
  await expect(link("Breakfast")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(link("Breakfast")).toHaveCount(0);
  await expect(link("Add bread")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link("Breakfast")).toBeVisible();
  await link("Add bread").focus();
  await page.keyboard.press("Home");
  await expect(link("Add milk")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chat.main.getByText("add milk", { exact: true })).toBeVisible();
});

test("what was deleted stands in its view for thirty days and can be restored", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  await chat.open(`/chat/${conversationId}`);
  await chat.conversations.getByRole("button", { name: "Deleted" }).click();
  await expect(chat.conversations.getByText("Nothing was deleted.")).toBeVisible();
  await chat.conversations.getByRole("button", { name: "All conversations" }).click();
  await choose(page, chat, "Add buy milk", "Delete");
  await expect(page).toHaveURL(/\/$/);
  await chat.conversations.getByRole("button", { name: "Deleted" }).click();
  await expect(chat.conversations.getByText("30 days left")).toBeVisible();
  await chat.conversations.getByRole("button", { name: "Restore “Add buy milk”" }).click();
  await expect(chat.conversations.getByText("Nothing was deleted.")).toBeVisible();
  await chat.conversations.getByRole("button", { name: "Deleted" }).click();
  await chat.conversations.getByRole("link", { name: "Add buy milk" }).click();
  await expect(chat.main.getByText("add buy milk", { exact: true })).toBeVisible();
});

test("a conversation is exported as Markdown and as JSON", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk tomorrow");
  await person.ask("PATCH", `/api/conversations/${conversationId}`, { title: "Zoë: groceries/food" });
  await chat.open();
  const exported = async (item: string) => {
    const downloading = page.waitForEvent("download");
    await choose(page, chat, "Zoë: groceries/food", item);
    const download = await downloading;
    return [download.suggestedFilename(), await readFile(await download.path(), "utf8")] as const;
  };
  const [markdownName, markdown] = await exported("Export as Markdown");
  expect(markdownName).toBe("Zoë groceries food.md");
  expect(markdown).toContain("> add buy milk tomorrow");
  expect(markdown).toMatch(/- \*\*Add a task\*\*: done\n {2}- \\#1 buy milk: added; due/);
  const [jsonName, json] = await exported("Export as JSON");
  expect(jsonName).toBe("Zoë groceries food.json");
  expect(JSON.parse(json)).toMatchObject({
    version: 1,
    messages: [{ seq: 1 }, { seq: 2, calls: [{ toolName: "create_task" }] }],
  });
});

test("a title appears as it is made, in the list and on the tab, and in every other tab", async ({
  page,
  person,
  chat,
  device,
}) => {
  const other = chatOn(await device(person));
  await other.open();
  await chat.open();
  await expect(page).toHaveTitle("Docket");
  await chat.say("add buy milk");
  await expect(page).toHaveTitle("Add buy milk · Docket");
  await expect(other.conversations.getByRole("link", { name: "Add buy milk" })).toBeVisible();

  await other.conversations.getByRole("link", { name: "Add buy milk" }).click();
  await choose(other.conversations.page(), other, "Add buy milk", "Rename");
  await other.conversations.getByRole("textbox", { name: "Title of the conversation" }).fill("From the phone");
  await choose(page, chat, "Add buy milk", "Rename");
  await chat.conversations.getByRole("textbox", { name: "Title of the conversation" }).fill("From the desk");
  await other.conversations.page().keyboard.press("Enter");
  await expect(other.conversations.page()).toHaveTitle("From the phone · Docket");
  await expect(chat.conversations.getByRole("textbox", { name: "Title of the conversation" })).toHaveValue(
    "From the desk",
  );
  await page.keyboard.press("Enter");
  for (const one of [chat, other]) {
    await expect(one.conversations.getByRole("link", { name: "From the desk" })).toBeVisible();
    await expect(one.conversations.page()).toHaveTitle("From the desk · Docket");
  }
  await chat.conversations.getByRole("link", { name: "New chat" }).click();
  await expect(page).toHaveTitle("Docket");
});

test("a reply that ends elsewhere is marked until it is looked at", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  await chat.open();
  // What is renamed elsewhere shows here: the page hears what happens from now on.
  await person.ask("PATCH", `/api/conversations/${conversationId}`, { title: "Groceries" });
  const link = chat.conversations.getByRole("link", { name: "Groceries" });
  await expect(link).toBeVisible();
  await person.say("add call mum", conversationId);
  await expect(link.getByRole("img", { name: "New reply" })).toBeVisible();
  await page.reload();
  await expect(link.getByRole("img", { name: "New reply" })).toBeVisible();
  await link.click();
  await expect(chat.main.getByText("add call mum", { exact: true })).toBeVisible();
  await expect(link.getByRole("img", { name: "New reply" })).toHaveCount(0);
  await chat.say("add eggs");
  await chat.conversations.getByRole("link", { name: "New chat" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(link.getByRole("img", { name: "New reply" })).toHaveCount(0);
});

test("a conversation deleted on another device is said to be gone, and can be had back", async ({
  page,
  person,
  chat,
  guard,
}) => {
  // The chat asks for its messages once more.
  guard.expectProblems(/messages.*404|404.*messages/);
  const { conversationId } = await person.say("add buy milk");
  await chat.open(`/chat/${conversationId}`);
  // What is renamed elsewhere shows here: the page hears what happens from now on.
  await person.ask("PATCH", `/api/conversations/${conversationId}`, { title: "Groceries" });
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toBeVisible();
  expect((await person.ask("DELETE", `/api/conversations/${conversationId}`)).status).toBe(204);
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Restore" }).click();
  await expect(chat.conversations.getByRole("link", { name: "Groceries" })).toBeVisible();
  await chat.say("add eggs");
});

test("what is under way is seen however far down it stands", async ({ person, chat }) => {
  await person.ask("PATCH", "/api/me", { settings: { approval: { delete: "always" } } });
  await person.say("add buy milk");
  await person.say("delete #1");
  await collect(person, 400, true);
  await chat.open();
  const underWay = chat.conversations.getByRole("list", { name: "Under way" });
  await expect(underWay.getByRole("link")).toHaveText("Delete #1");
  await expect(underWay.getByRole("img", { name: "Waits for your yes" })).toBeVisible();
});

test("hundreds of conversations are scrolled through, and the page holds only some of them", async ({
  person,
  chat,
}) => {
  test.slow();
  await collect(person, 600);
  await chat.open();
  const links = chat.conversations.getByRole("link", { name: /^Talk number/ });
  await expect(links.first()).toBeVisible();
  const more = chat.conversations.getByRole("button", { name: "Show more" });
  await expect(async () => {
    await links.last().scrollIntoViewIfNeeded();
    await expect(more).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 60_000 });
  await links.last().scrollIntoViewIfNeeded();
  expect(await links.count()).toBeLessThan(250);
  await links.last().focus();
  await links.last().press("ArrowUp");
  await expect(links.nth((await links.count()) - 2)).toBeFocused();
});
