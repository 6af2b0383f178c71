import { expect, test } from "./fixtures";

test("F28 · a tab of an older build says so, keeps the draft over the reload, and is quiet then", async ({
  page,
  // Whoever is signed in.
  person: _,
  chat,
}) => {
  await chat.open();
  await chat.message.fill("Half a thought");
  const me = await page.locator("html").getAttribute("data-person");
  const hello = `event: hello\ndata: ${JSON.stringify({ build: "another build", person: me })}\n\n`;
  await page.route("**/api/events", (route) => route.fulfill({ contentType: "text/event-stream", body: hello }));
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  const reload = page.getByRole("button", { name: "Reload" });
  await expect(page.getByText("Docket has been updated.")).toBeVisible();
  // Until then every new connection says the same.
  page.once("framenavigated", () => page.unroute("**/api/events"));
  await reload.click();
  await expect(chat.message).toHaveValue("Half a thought");
  await expect(chat.tasks.getByRole("textbox", { name: "Add a task" })).toBeVisible();
  await expect(page.getByText("Docket has been updated.")).toBeHidden();
});

test("F28 · an old view of a task overwrites nothing: other fields stay, the same field is asked about", async ({
  page,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED|409/);
  await person.tool("create_task", { title: "Call mum" });
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Edit “Call mum”" }).click();
  const sheet = page.getByRole("dialog", { name: "Task 1" });
  const title = sheet.getByRole("textbox", { name: "Title" });
  await expect(title).toBeVisible();
  // Without news, as a tab that slept.
  await page.route("**/api/tasks/1", (route) => route.abort());
  await person.tool("update_task", { numbers: [1], patch: { priority: "high", title: "Call dad" } });
  await title.fill("Call everybody");
  await title.press("Enter");
  await expect(sheet.getByText(/Title was changed meanwhile/)).toBeVisible();
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Call dad", priority: "high" }]);

  await sheet.getByRole("button", { name: "Keep mine" }).click();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Edit “Call everybody”" })).toBeVisible();
  expect((await person.tool("list_tasks", {})).tasks).toMatchObject([{ title: "Call everybody", priority: "high" }]);
});

test("F28 · a repeating task that was done elsewhere isn't done twice from an old tab", async ({
  page,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED/);
  await person.tool("create_task", { title: "Water plants", due: "tomorrow", recurrence: "FREQ=DAILY" });
  await page.goto("/tasks");
  const tick = page.getByRole("checkbox", { name: "Complete “Water plants”" });
  await expect(tick).toBeVisible();
  await page.route(/\/api\/tasks(\/changes)?\?/, (route) => route.abort());
  const { tasks } = (await person.tool("set_task_complete", { numbers: [1], completed: true })) as { tasks: object[] };
  const answered = page.waitForResponse("**/api/tools/set_task_complete");
  await tick.click();
  expect((await answered).status()).toBe(200);
  // Only now: a tab that had read the list again would be right to do the next date.
  await page.unroute(/\/api\/tasks(\/changes)?\?/);
  const { tasks: now } = (await person.tool("list_tasks", {})) as { tasks: { dueDate: string }[] };
  expect(now).toMatchObject([{ dueDate: (tasks[0] as { dueDate: string }).dueDate }]);
});
