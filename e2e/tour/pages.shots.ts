import { expect, test } from "@/e2e/fixtures";
import { ordinaryTalk, ordinaryWeek } from "./days";
import { pictures } from "./pictures";

test("tasks and their record", async ({ page, person }) => {
  await ordinaryWeek(person);
  await ordinaryTalk(person);
  for (const path of ["tasks", "activity", "settings"]) {
    await page.goto(`/${path}`);
    await expect(page.getByRole("main").first()).toBeVisible();
    await pictures(page, path);
  }
});

test("the sidebar", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  await ordinaryTalk(person);
  await chat.open();
  const search = chat.conversations.getByRole("searchbox");
  await search.fill("plumber");
  await expect(chat.conversations.getByRole("link", { name: /plumber/ }).first()).toBeVisible();
  await pictures(page, "sidebar-search", [1440]);
  await search.fill("zeppelin");
  await expect(chat.conversations.getByText(/Nothing/)).toBeVisible();
  await pictures(page, "sidebar-nothing-found", [1440]);
  await search.fill("");
  for (const view of ["Archived", "Deleted"]) {
    await chat.conversations.getByRole("button", { name: view }).click();
    await pictures(page, `sidebar-${view.toLowerCase()}`, [1440]);
    await chat.conversations.getByRole("button", { name: "All conversations" }).click();
  }
  await chat.conversations
    .getByRole("button", { name: /^Options for/ })
    .first()
    .click();
  await pictures(page, "sidebar-menu", [1440]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Chats" }).click();
  await pictures(page, "drawer", [390]);
});

test("the palette and the shortcuts", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  await ordinaryTalk(person);
  await chat.open();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Find or run anything" })).toBeFocused();
  await pictures(page, "palette");
  await page.keyboard.type("den");
  await expect(page.getByRole("option", { name: /Book the dentist/ })).toBeVisible();
  await pictures(page, "palette-found");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await pictures(page, "shortcuts");
});

test("a task that is being edited", async ({ page, person }) => {
  await ordinaryWeek(person);
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Edit “Book the dentist”" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Title" })).toBeVisible();
  await pictures(page, "task-sheet");
});
