import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The sheet of a task, as a person finds it. */
function sheetOn(page: Page, number = 1) {
  const sheet = page.getByRole("dialog", { name: `Task ${number}`, exact: true });
  const field = (name: string) => sheet.getByRole("textbox", { name, exact: true });
  return {
    sheet,
    field,
    open: async (title: string) => {
      await page.getByRole("button", { name: `Edit “${title}”` }).click();
      await expect(sheet).toBeVisible();
    },
    saved: sheet.getByText("Saved.", { exact: true }),
    /** Writes into a field and leaves it by the keyboard. */
    write: async (name: string, text: string) => {
      const answered = page.waitForResponse("**/api/tools/update_task");
      await field(name).fill(text);
      await field(name).press("Tab");
      await answered;
    },
  };
}

test("every field is saved when it is left, says so, and can be undone; the address leads back here", async ({
  page,
  person,
}) => {
  test.slow();
  await person.tool("create_task", { title: "Book the dentist" });
  const task = async () => (await person.tool("list_tasks", { numbers: [1] })).tasks as object[];
  await page.goto("/tasks");
  const { sheet, open, field, write, saved } = sheetOn(page);
  await open("Book the dentist");
  await expect(page).toHaveURL(/\?task=1$/);

  await write("Title", "Book the best dentist");
  await expect(saved).toBeVisible();
  await sheet.getByRole("button", { name: "Undo" }).click();
  await expect(field("Title")).toHaveValue("Book the dentist");

  await field("Due").fill("27 november 2027 5pm");
  await expect(sheet.getByText("Sat 27 Nov 2027, 17:00")).toBeVisible();
  await field("Due").press("Enter");
  await expect(field("Due")).toHaveValue("27 Nov 2027 17:00");
  await write("Repeats", "every other saturday");
  await expect(field("Repeats")).toHaveValue("every other Saturday");
  await sheet.getByRole("combobox", { name: "Priority" }).selectOption("high");
  const tag = sheet.getByRole("combobox", { name: "Add a tag" });
  await tag.fill("health");
  await tag.press("Enter");
  await expect(sheet.getByRole("button", { name: "Remove the tag health" })).toBeVisible();
  await sheet.getByRole("button", { name: "Add a reminder" }).click();
  await page.getByRole("menuitem", { name: "30 minutes before" }).click();
  await sheet.getByRole("button", { name: "Edit the notes" }).click();
  await write("Notes", "Bring the **card**");
  await expect(sheet.getByRole("strong").filter({ hasText: "card" })).toBeVisible();
  expect(await task()).toMatchObject([
    {
      title: "Book the dentist",
      notes: "Bring the **card**",
      dueDate: "2027-11-27",
      dueTime: "17:00",
      recurrence: "every other Saturday",
      priority: "high",
      tags: ["health"],
      reminders: [30],
    },
  ]);

  await page.reload();
  await expect(field("Title")).toHaveValue("Book the dentist");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/tasks$/);
  await open("Book the dentist");
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: "Edit “Book the dentist”" })).toBeFocused();
});

test("a date is picked by keyboard alone, and what can't be read stays as it was typed, over a reload too", async ({
  page,
  person,
}) => {
  await person.tool("create_task", { title: "Pay rent", due: "2026-12-31 09:30" });
  await page.goto("/tasks?task=1");
  const { sheet, field } = sheetOn(page);
  const button = sheet.getByRole("button", { name: "Pick a date" });
  await button.press("Enter");
  const picker = page.getByRole("dialog", { name: "Due: pick a date" });
  const day = (name: string) => picker.getByRole("button", { name });
  await expect(day("Thu 31 Dec 2026")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(day("Mon 28 Dec 2026")).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(day("Thu 28 Jan 2027")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(day("Sun 7 Feb 2027")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field("Due")).toHaveValue("7 Feb 2027 09:30");
  await expect(button).toBeFocused();

  await field("Due").fill("31 november");
  await field("Due").press("Enter");
  await expect(sheet.getByText(/“31 november” is not a date/)).toBeVisible();
  await page.reload();
  await expect(field("Due")).toHaveValue("31 november");
  await expect(sheet.getByText("Not saved yet.")).toBeVisible();
  await sheet.getByRole("button", { name: "Discard" }).click();
  await expect(field("Due")).toHaveValue("7 Feb 2027 09:30");
});

test("two devices change one field: both stand there, the person picks, and a field being written is left alone", async ({
  page,
  person,
}) => {
  await person.tool("create_task", { title: "Call mum" });
  await page.goto("/tasks?task=1");
  const { sheet, field, write, saved } = sheetOn(page);
  await field("Title").fill("Call everybody");
  await person.tool("update_task", { numbers: [1], patch: { title: "Call dad", priority: "high" } });
  await expect(sheet.getByText("Changed elsewhere to “Call dad”.")).toBeVisible();
  await expect(field("Title")).toHaveValue("Call everybody");
  await expect(sheet.getByRole("combobox", { name: "Priority" })).toHaveValue("high");

  await field("Title").press("Tab");
  const choice = sheet.getByRole("alert").filter({ hasText: "Title was changed meanwhile (You" });
  await expect(choice).toContainText(/Theirs\s*Call dad\s*Yours\s*Call everybody/);
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Call dad" }]);
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(choice).toBeHidden();
  await expect(saved).toBeVisible();
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Call everybody", priority: "high" }]);

  await field("Title").fill("Call nobody");
  await person.tool("update_task", { numbers: [1], patch: { title: "Call granny" } });
  await expect(sheet.getByText("Changed elsewhere to “Call granny”.")).toBeVisible();
  await field("Title").press("Enter");
  await choice.getByRole("button", { name: "Take theirs" }).click();
  await expect(field("Title")).toHaveValue("Call granny");
  await write("Due", "tomorrow");
  await expect(field("Due")).toHaveValue("Tomorrow");
});

test("the sheet tells its history with a way back, and asks in the chat beside it without losing a draft", async ({
  page,
  person,
  chat,
}) => {
  await person.say("add buy milk");
  await person.tool("update_task", { numbers: [1], patch: { priority: "high" } });
  await person.tool("create_task", { title: "Another" });
  await chat.open();
  await chat.message.fill("Half a thought");
  const { sheet, field, open } = sheetOn(page);
  await open("Buy milk");
  await sheet.getByRole("button", { name: "History" }).click();
  const rows = sheet.getByRole("list", { name: "History" }).getByRole("article");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("PriorityHigh");
  await expect(sheet.getByRole("list", { name: "History" })).toContainText("Assistant");
  await rows.first().getByRole("button", { name: "Undo" }).click();
  await expect(sheet.getByRole("combobox", { name: "Priority" })).toHaveValue("none");

  await sheet.getByRole("button", { name: "Ask about this" }).click();
  await expect(sheet).toBeHidden();
  await expect(chat.message).toHaveValue("Half a thought\nAbout #1 “buy milk”: ");
  await expect(chat.message).toBeFocused();
  await chat.message.fill("");

  await page.goto("/tasks?task=1");
  await expect(field("Title")).toBeVisible();
  await sheet.getByRole("button", { name: "Ask about this" }).click();
  await expect(chat.message).toHaveValue("About #1 “buy milk”: ");
});

test("a task has parts: added, ticked, opened, let go, and asked about when it is completed", async ({
  page,
  person,
  guard,
}) => {
  guard.expectProblems(/409/);
  await person.tool("create_task", { title: "Plan the trip" });
  await page.goto("/tasks?task=1");
  const { sheet } = sheetOn(page);
  const add = sheet.getByRole("textbox", { name: "Add a subtask" });
  for (const title of ["Book a train", "Find a hotel", "Pack"]) {
    await add.fill(title);
    await add.press("Enter");
    await expect(sheet.getByRole("checkbox", { name: `Complete “${title}”` })).toBeVisible();
  }
  await sheet.getByRole("checkbox", { name: "Complete “Pack”" }).check();
  await expect(sheet.getByText("1 of 3 done")).toBeVisible();
  await sheet.getByRole("button", { name: "Detach “Pack”" }).click();
  await expect(sheet.getByText("0 of 2 done")).toBeVisible();

  await sheet.getByRole("button", { name: "Open “Find a hotel”" }).click();
  const part = sheetOn(page, 3).sheet;
  await part.getByRole("button", { name: /#1 Plan the trip/ }).click();
  await sheet.getByRole("checkbox", { name: "Complete", exact: true }).click();
  await expect(sheet.getByText("2 parts are still open")).toBeVisible();
  await sheet.getByRole("button", { name: "Complete all" }).click();
  await expect(sheet.getByText("2 of 2 done")).toBeVisible();
  await expect(sheet.getByRole("checkbox", { name: "Completed", exact: true })).toBeChecked();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet is accessible in ${colorScheme}, and by keyboard alone`, async ({ page, person }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const description = "Ask about **Friday**.\n\n- [map](https://example.com)";
    await person.tool("create_task", {
      title: "Book the dentist",
      due: "tomorrow 17:00",
      tags: ["health"],
      description,
    });
    await page.goto("/tasks");
    const { sheet, field } = sheetOn(page);
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
        what,
      ).toEqual([]);
    };
    const row = page.getByRole("button", { name: "Edit “Book the dentist”" });
    await row.press("Enter");
    await expect(field("Title")).toBeVisible();
    await look("the sheet");
    await sheet.getByRole("button", { name: "Pick a date" }).press("Enter");
    await expect(page.getByRole("grid")).toBeVisible();
    await look("the date picker");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("grid")).toBeHidden();
    await field("Due").fill("31 november");
    await sheet.getByRole("button", { name: "History" }).press("Enter");
    await expect(sheet.getByRole("list", { name: "History" })).toBeVisible();
    await look("a refusal and the history");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(row).toBeFocused();
  });
}
