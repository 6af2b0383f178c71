import { expect, test } from "./fixtures";

test("quick add shows what it understood, and saves it", async ({ page, person, chat }) => {
  await chat.open();
  await chat.showAllTasks();
  const add = chat.tasks.getByRole("textbox", { name: "Add a task" });
  await add.fill("Pay rent tomorrow 5pm #home p1 every month");
  await expect(add).toHaveAccessibleDescription(/tomorrow.*17:00.*every month.*high.*#home/i);
  await add.press("Enter");
  const rent = chat.tasks.getByRole("listitem").filter({ hasText: "Pay rent" });
  await expect(rent).toContainText("17:00");
  await expect(rent).toContainText("#home");
  await expect(add).toHaveValue("");
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([
    {
      number: 1,
      title: "Pay rent",
      priority: "high",
      tags: ["home"],
      dueTime: "17:00",
      recurrence: expect.stringMatching(/month/),
    },
  ]);
  await page.reload();
  await chat.showAllTasks();
  await expect(rent).toBeVisible();
});

test("a task can be edited, completed, deleted and restored, each with a way back", async ({ page, person }) => {
  await person.tool("create_task", { title: "Buy milk" });
  await page.goto("/tasks");
  const view = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}\\b`) }).click();
  await view("All");

  await page.getByRole("button", { name: "Edit “Buy milk”" }).click();
  const sheet = page.getByRole("dialog", { name: "Task 1" });
  await sheet.getByRole("textbox", { name: "Title" }).fill("Buy oat milk");
  await sheet.getByRole("textbox", { name: "Due" }).fill("tomorrow 9am");
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Buy oat milk" })).toContainText("09:00");
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Buy oat milk", dueTime: "09:00" }]);

  const tick = page.getByRole("checkbox", { name: "Complete “Buy oat milk”" });
  await tick.click();
  await expect(tick).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click();
  await expect(tick).toBeVisible();

  await page.getByRole("button", { name: "Edit “Buy oat milk”" }).click();
  await page.getByRole("button", { name: "Delete “Buy oat milk”" }).click();
  await expect(tick).toHaveCount(0);
  await view("Bin");
  await page.getByRole("button", { name: "Restore “Buy oat milk”" }).click();
  await view("All");
  await expect(tick).toBeVisible();

  const { calls } = (await person.ask("GET", "/api/activity")).body as {
    calls: { toolName: string; source: string }[];
  };
  const changes = calls.filter(({ toolName }) => toolName !== "list_tasks");
  expect(changes.map(({ toolName, source }) => `${source} ${toolName}`)).toEqual([
    "UI restore_task",
    "UI delete_task",
    "UI undo_change",
    "UI set_task_complete",
    "UI update_task",
    "UI update_task",
    "UI create_task",
  ]);
});

test("a recurring task moves on when it is done, and the record names what was", async ({ person }) => {
  await person.tool("create_task", { title: "Water plants", due: "2026-11-27", recurrence: "FREQ=WEEKLY" });
  const done = (await person.tool("set_task_complete", {
    numbers: [1],
    completed: true,
    occurrence: "2026-11-27",
  })) as { tasks: object[] };
  expect(done.tasks).toMatchObject([{ number: 1, isCompleted: false, occurrence: "2026-11-27" }]);
  const again = await person.tool("set_task_complete", { numbers: [1], completed: true, occurrence: "2026-11-27" });
  expect(again).toMatchObject({ tasks: [], unchanged: [1] });
});
