import type { Page } from "@playwright/test";
import { type Chat, expect, test } from "./fixtures";

/** Keys are heard once React has taken the page over, which gives the box the focus. */
async function ready(chat: Chat) {
  await chat.open();
  await expect(chat.message).toBeFocused();
}

const paletteOn = (page: Page) => ({
  dialog: page.getByRole("dialog", { name: "Find or run anything" }),
  field: page.getByRole("combobox", { name: "Find or run anything" }),
  option: (name: string | RegExp) => page.getByRole("option", { name }),
});

test("a few letters go anywhere: to a page, a conversation, a task", async ({ page, person, chat }) => {
  await person.tool("create_task", { title: "Water the ferns" });
  await person.say("add buy a trombone tomorrow");
  await ready(chat);
  const { dialog, field, option } = paletteOn(page);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await field.fill("acti");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/activity$/);
  await expect(dialog).toBeHidden();

  await page.keyboard.press("Control+k");
  await field.fill("ferns");
  await expect(option(/Water the ferns/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks\?task=1$/);
  const sheet = page.getByRole("dialog", { name: "Task 1" });
  await expect(sheet.getByRole("textbox", { name: "Title" })).toHaveValue("Water the ferns");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("Control+k");
  await field.fill("trombone");
  await page
    .getByRole("group", { name: "Conversations" })
    .getByRole("option", { name: /trombone/ })
    .click();
  await expect(page).toHaveURL(/\/chat\//);
});

test("the keys of a list: up, down, first, last, and Escape gives the focus back", async ({ page, chat }) => {
  await ready(chat);
  const { dialog, field } = paletteOn(page);
  const opener = page.getByRole("button", { name: "Find or run anything" });
  await opener.click();
  await expect(field).toBeFocused();
  const active = () => page.locator("[role=option][aria-selected=true]");
  await expect(active()).toHaveText(/New chat/);
  await page.keyboard.press("ArrowDown");
  await expect(active()).toHaveText(/Tasks/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(active()).toHaveText(/Sign out/);
  await page.keyboard.press("Home");
  await expect(active()).toHaveText(/New chat/);
  await page.keyboard.press("End");
  await expect(active()).toHaveText(/Sign out/);
  const marked = await active().getAttribute("id");
  await expect(field).toHaveAttribute("aria-activedescendant", String(marked));
  await field.fill("zebra crossing");
  await expect(dialog.getByText("Nothing found.")).toBeVisible();
  // The focus can't leave it.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(
    await dialog.evaluate(
      (opened) => opened.contains(document.activeElement) || document.activeElement === document.body,
    ),
  ).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("commands are run: the theme, the archive, signing out", async ({ page, person, chat, guard }) => {
  guard.expectProblems(/401 .*\/api\//);
  await person.say("add something");
  const { body } = await person.ask("GET", "/api/conversations");
  const [conversation] = (body as { conversations: { id: string }[] }).conversations;
  await person.ask("PATCH", `/api/conversations/${conversation?.id}`, { status: "ARCHIVED" });
  await ready(chat);
  const { field } = paletteOn(page);
  const run = async (text: string) => {
    await page.keyboard.press("Control+k");
    await field.fill(text);
    await page.keyboard.press("Enter");
  };
  await run("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await run("archived");
  await expect(chat.conversations.getByRole("link", { name: /something/ })).toBeVisible();
  await run("sign out");
  await expect(page).toHaveURL(/\/login/);
});

test("single keys run commands, but never while somebody types, and can be switched off", async ({
  page,
  person,
  chat,
}) => {
  await ready(chat);
  await chat.message.fill("");
  await chat.message.pressSequentially("n ? g t");
  await expect(chat.message).toHaveValue("n ? g t");
  await chat.message.blur();

  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/\/tasks$/);
  await page.keyboard.press("q");
  await expect(page.getByRole("textbox", { name: "Add a task" })).toBeFocused();
  await page.getByRole("textbox", { name: "Add a task" }).blur();
  await page.keyboard.press("m");
  await expect(chat.message).toBeFocused();
  await expect(chat.message).toHaveValue("n ? g t");
  await chat.message.blur();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Add a task")).toBeVisible();
  await sheet.getByRole("checkbox").uncheck();
  await expect.poll(async () => (await person.ask("GET", "/api/me")).text).toContain('"shortcuts":false');
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.keyboard.press("Control+k");
  await expect(paletteOn(page).field).toBeFocused();
  await expect(page).not.toHaveURL(/\/tasks$/);
});

test("the sidebar and the tasks can be hidden, and stay so without a flash", async ({ page, chat }) => {
  await ready(chat);
  await page.getByRole("button", { name: "Hide the sidebar" }).click();
  await expect(chat.conversations).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
  await chat.tasks.getByRole("button", { name: "Hide tasks" }).click();
  await expect(chat.tasks).toBeHidden();

  // What the server sends is right already: nothing moves when the script arrives.
  const html = await (await page.request.get("/")).text();
  expect(html).toContain("Show the sidebar");
  expect(html).toContain("Show tasks");
  await page.reload();
  await expect(chat.conversations).toBeHidden();
  await expect(chat.tasks).toBeHidden();

  await chat.message.blur();
  await page.keyboard.press("s");
  await expect(chat.conversations).toBeVisible();
  await page.keyboard.press("t");
  await expect(chat.tasks).toBeVisible();
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 820, height: 1180 } });

  test("the sidebar slides in, takes the focus along, and gives it back", async ({ page, chat }) => {
    await ready(chat);
    const opener = page.getByRole("button", { name: "Open the sidebar" });
    await opener.click();
    await expect(page.getByRole("button", { name: "Close the sidebar" })).toBeFocused();
    await expect(page.getByRole("button", { name: "Hide the sidebar" })).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(chat.conversations).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search conversations" })).toBeFocused();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the palette is reached from the sidebar and fits", async ({ page, chat }) => {
    await chat.open();
    await page.getByRole("button", { name: "Chats" }).tap();
    await page.getByRole("button", { name: "Find or run anything" }).tap();
    const { field, option } = paletteOn(page);
    await field.fill("set");
    await option(/Settings/).tap();
    await expect(page).toHaveURL(/\/settings$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
