import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** WCAG 2.2 AA, as far as a machine can judge. */
async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the pages before signing in are accessible in ${colorScheme}`, async ({ page, guard }) => {
    test.slow();
    // So that the page for when there is no server doesn't leave by itself.
    guard.expectProblems(/503/);
    await page.route("**/api/health", (route) => route.fulfill({ status: 503 }));
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/login", "/login?next=%2Ftasks&ended=1", "/register", "/offline/index.html"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await faultsOf(page), path).toEqual([]);
    }
  });

  test(`every page is accessible in ${colorScheme}, empty and full`, async ({ page, person, chat }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const look = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole("main").first()).toBeVisible();
      expect(await faultsOf(page), `${path} (${colorScheme})`).toEqual([]);
    };
    for (const path of ["/", "/tasks", "/activity", "/settings"]) await look(path);

    for (const title of ["One", "Two", "Three", "Four"])
      await person.tool("create_task", { title, due: "tomorrow 17:00", priority: "high", tags: ["home"] });
    await person.tool("create_task", { title: "Today as well", due: "today" });
    const { conversationId } = await person.say("delete #1, #2, #3 and #4");
    await person.say("add buy milk tomorrow at 5pm and call mum on friday", undefined);
    for (const path of [`/chat/${conversationId}`, "/tasks", "/activity"]) await look(path);
    await chat.open();
  });

  test(`the list at work is accessible in ${colorScheme}`, async ({ page, person }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const look = async (what: string) => expect(await faultsOf(page), `${what} (${colorScheme})`).toEqual([]);
    await person.tool("create_task", { title: "Move house", priority: "high", tags: ["home"] });
    await person.tool("create_task", { title: "Pack books", parent: 1 });
    await person.tool("create_task", { title: "Pack dishes", parent: 1 });
    await person.tool("set_task_complete", { numbers: [2], completed: true });
    await page.goto("/tasks?view=inbox");
    await page.getByRole("button", { name: "1 of 2 subtasks of “Move house” done" }).click();
    await expect(page.getByRole("button", { name: "Edit “Pack dishes”" })).toBeVisible();
    await page.getByRole("textbox", { name: "Add a task", exact: true }).fill("Watch a film tomorrow 5pm p1 #home");
    await expect(page.getByRole("button", { name: /^high priority/ })).toBeVisible();
    await look("unfolded subtasks, and what quick add understood");
    await page.getByRole("checkbox", { name: "Complete “Move house”" }).click();
    await expect(page.getByRole("dialog", { name: "Complete its subtasks too?" })).toBeVisible();
    await look("the question about its subtasks");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Actions for “Move house”" }).click();
    await look("the menu of a row");
    await page.getByRole("menuitem", { name: "Choose several" }).click();
    const bar = page.getByRole("region", { name: "Chosen tasks" });
    await expect(bar).toContainText("1 chosen");
    await bar.getByRole("button", { name: "Date" }).click();
    await look("the dates for all that are chosen");
    await bar.getByRole("menuitem", { name: "Another date…" }).click();
    await look("a date in words for all that are chosen");
    await page.goto("/tasks?view=bin");
    await expect(page.getByText("The bin is empty.")).toBeVisible();
    await look("an empty view");
  });

  test(`what opens over the pages is accessible in ${colorScheme}`, async ({ page, person, chat, guard }) => {
    test.slow();
    guard.expectProblems(/404/);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await chat.open();
    // What was done elsewhere is here: the page is awake, and hears keys.
    await person.tool("create_task", { title: "Water the ferns", due: "today" });
    await expect(chat.tasks.getByRole("button", { name: /ferns/ }).first()).toBeVisible();
    const look = async (what: string) => expect(await faultsOf(page), `${what} (${colorScheme})`).toEqual([]);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Find or run anything" });
    await look("the palette");
    await field.fill("fern");
    await expect(page.getByRole("option", { name: /ferns/ })).toBeVisible();
    await look("the palette with what it found");
    await field.fill("zebra crossing");
    await expect(page.getByText("Nothing found.")).toBeVisible();
    await look("the palette without anything");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Hide the sidebar" }).click();
    await page.getByRole("button", { name: "Hide tasks" }).click();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await look("the shortcuts, with hidden panes behind them");
    await page.keyboard.press("Escape");
    await look("hidden panes");
    await page.goto("/settings");
    await page.getByRole("combobox", { name: "Time zone" }).click();
    await expect(page.getByRole("option", { name: /Europe\/Paris/ })).toBeVisible();
    await look("the list of time zones");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Delete account…" }).click();
    await look("the deletion of the account");
    await page.goto("/nowhere");
    await look("a page that is not there");
  });
}
