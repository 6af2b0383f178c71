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
  await chat.conversations.getByRole("searchbox").fill("plumber");
  await expect(chat.conversations.getByRole("link", { name: /plumber/ })).toBeVisible();
  await pictures(page, "sidebar-search", [1440]);
  await chat.conversations.getByRole("searchbox").fill("");
  await chat.conversations.getByRole("button", { name: "Archived" }).click();
  await pictures(page, "sidebar-archived", [1440]);
});
