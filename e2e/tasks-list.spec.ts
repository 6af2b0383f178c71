import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { plan } from "./rows";
import { edit, noted, tick, titles, view } from "./task-rows";

/** What the page asks of the server's tasks and tools from now on. */
function requestsOf(page: Page) {
  const seen: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(tasks|tools)/.test(pathname)) seen.push(`${request.method()} ${pathname}`);
  });
  return seen;
}

test("view, tag, order and search stand in the address, and survive a reload and the way back", async ({
  page,
  person,
}) => {
  await person.tool("create_task", { title: "Late thing", due: "yesterday", tags: ["home"] });
  await person.tool("create_task", { title: "Zebra feed", due: "today", tags: ["work"] });
  await person.tool("create_task", { title: "Apple pie", due: "today 9am", priority: "high", tags: ["home"] });
  await person.tool("create_task", { title: "Some day", tags: ["home"] });
  await page.goto("/tasks");
  await expect(view(page, "Today")).toContainText("3");
  await view(page, "Today").click();
  await expect(page).toHaveURL(/view=today/);
  await expect(page.getByRole("heading", { name: "Overdue" })).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(["Late thing", expect.stringContaining("Apple pie"), "Zebra feed"]);

  await page.getByRole("button", { name: /^#home/ }).click();
  await expect.poll(() => titles(page)).toHaveLength(2);
  await page.getByRole("button", { name: /^Order/ }).click();
  await page.getByRole("menuitemradio", { name: "By title" }).click();
  await expect.poll(() => titles(page)).toEqual([expect.stringContaining("Apple pie"), "Late thing"]);
  await page.getByRole("searchbox", { name: "Search tasks" }).fill("late");
  await expect(page).toHaveURL(/\?view=today&tag=home&sort=title&q=late/);
  await page.reload();
  await expect(page.getByRole("searchbox", { name: "Search tasks" })).toHaveValue("late");
  await expect.poll(() => titles(page)).toEqual(["Late thing"]);
  await page.getByRole("searchbox", { name: "Search tasks" }).fill("no such");
  await expect(page.getByText("No task with “no such” and tagged #home in Today.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).click();
  await page.goBack();
  await expect(page).toHaveURL(/view=today$/);
  await expect.poll(() => titles(page)).toHaveLength(3);
});

test("a click is one request, others' changes wait until the pointer leaves, and a refusal puts things right", async ({
  page,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED|409/);
  for (const title of ["One", "Two", "Three", "Four"]) await person.tool("create_task", { title, due: "today" });
  await page.goto("/tasks");
  await expect(tick(page, "Four")).toBeVisible();
  // The connection for live updates has said hello, and the list has caught up.
  await person.tool("create_task", { title: "Five", due: "today" });
  await expect(tick(page, "Five")).toBeVisible();

  const seen = requestsOf(page);
  await tick(page, "Two").click();
  await expect(tick(page, "Two")).toHaveCount(0);
  await expect(view(page, "All")).toContainText("4");
  await noted(page).getByRole("button", { name: "Undo" }).click();
  await expect(tick(page, "Two")).not.toBeChecked();

  // Somebody points at the list: what is done elsewhere is seen at once, but no row moves.
  await edit(page, "Three").hover();
  const { y } = (await edit(page, "Three").boundingBox()) ?? { y: 0 };
  await person.tool("set_task_complete", { numbers: [1], completed: true });
  await expect(tick(page, "One")).toBeChecked();
  expect((await edit(page, "Three").boundingBox())?.y).toBe(y);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(tick(page, "One")).toHaveCount(0);
  expect(seen).toEqual(["POST /api/tools/set_task_complete", "POST /api/tools/undo_change", "GET /api/tasks/changes"]);

  // Renamed in place; what is refused stays to be mended.
  await edit(page, "Three").dblclick();
  const field = page.getByRole("textbox", { name: "New title of “Three”" });
  await field.fill("Three and a half");
  await page.route("**/api/tools/update_task", (route) => route.abort());
  await field.press("Enter");
  await expect(page.getByText(/No connection to the server/)).toBeVisible();
  await expect(field).toHaveValue("Three and a half");
  await page.unroute("**/api/tools/update_task");
  await field.press("Enter");
  await expect(edit(page, "Three and a half")).toBeFocused();
  await page.keyboard.press("F2");
  const title = page.getByRole("textbox", { name: /New title/ });
  // Without news, as a tab that slept: what was typed overwrites nothing unseen.
  await page.route("**/api/tasks/changes?**", (route) => route.abort());
  await person.tool("update_task", { numbers: [3], patch: { title: "Three quarters" } });
  await title.fill("Mine");
  await title.press("Enter");
  await expect(page.getByText("It was changed to “Three quarters” meanwhile.")).toBeVisible();
  await title.press("Enter");
  await expect(edit(page, "Mine")).toBeFocused();
  await page.keyboard.press("F2");
  await title.fill("Never mind");
  await page.keyboard.press("Escape");
  await expect(edit(page, "Mine")).toBeFocused();
});

test("quick add marks what it understood; a click or Escape takes it back; a pasted list is several tasks", async ({
  page,
  person,
}) => {
  await page.goto("/tasks");
  const add = page.getByRole("textbox", { name: "Add a task" });
  await add.fill("Watch Friday Night Lights tomorrow 5pm p1 #home");
  await expect(add).toHaveAccessibleDescription(/17:00.*high priority.*#home/);
  await expect(page.locator("main form mark")).not.toHaveCount(0);
  await page.getByRole("button", { name: /^high priority/ }).click();
  await expect(add).toBeFocused();
  await expect(add).not.toHaveAccessibleDescription(/high/);
  await add.press("Escape");
  await expect(add).not.toHaveAccessibleDescription(/#home/);
  await add.press("Enter");
  await expect(edit(page, "Watch Friday Night Lights p1 #home")).toBeVisible();

  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "- Milk\n- [ ] Bread tomorrow\n- Eggs");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole("button", { name: "Add 3 tasks" }).click();
  for (const title of ["Milk", "Bread", "Eggs"]) await expect(edit(page, title)).toBeVisible();
  await page.getByRole("status").filter({ hasText: "Added 3 tasks." }).getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(1);
});

test("by keyboard: order by hand, choosing several, one change for all with one undo", async ({ page, person }) => {
  for (const title of ["One", "Two", "Three", "Four"]) await person.tool("create_task", { title });
  await page.goto("/tasks?view=inbox");
  await edit(page, "One").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => titles(page)).toEqual(["Two", "One", "Three", "Four"]);
  await expect(edit(page, "One")).toBeFocused();
  await expect
    .poll(async () => ((await person.tool("list_tasks", {})).tasks as { title: string }[]).map(({ title }) => title))
    .toEqual(["Two", "One", "Three", "Four"]);

  await edit(page, "Two").focus();
  await page.keyboard.press("x");
  const box = (title: string) => page.getByRole("checkbox", { name: `Choose “${title}”` });
  await expect(box("Two")).toBeChecked();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(box("One")).toBeChecked();
  const bar = page.getByRole("region", { name: "Chosen tasks" });
  await expect(bar).toContainText("2 chosen");
  await bar.getByRole("button", { name: "Date" }).click();
  await bar.getByRole("menuitem", { name: "Another date…" }).click();
  await bar.getByRole("textbox", { name: "Another date" }).fill("tomorrow 9am");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Changed the date of 2 tasks.")).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(["Three", "Four"]);
  await noted(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => titles(page)).toEqual(["Two", "One", "Three", "Four"]);
});

test("by pointer: a row goes where it is dropped, quickly or slowly, and only in the order by hand", async ({
  page,
  person,
}) => {
  for (const title of ["One", "Two", "Three", "Four"]) await person.tool("create_task", { title });
  await page.goto("/tasks?view=inbox");
  const draggable = page.locator("li[draggable=true]");
  await edit(page, "Four").hover();
  await expect(draggable).toHaveCount(1);
  // In one move, over a row that isn't the one taken.
  await edit(page, "Four").dragTo(edit(page, "Two"), { targetPosition: { x: 20, y: 1 } });
  await expect.poll(() => titles(page)).toEqual(["One", "Four", "Two", "Three"]);

  const [from, to] = [await edit(page, "One").boundingBox(), await edit(page, "Three").boundingBox()];
  if (!from || !to) throw new Error("A row is not there.");
  await page.mouse.move(from.x + 20, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + to.height - 1, { steps: 12 });
  await expect(page.locator("[data-drop=after]")).toContainText("Three");
  await page.mouse.up();
  await expect.poll(() => titles(page)).toEqual(["Four", "Two", "Three", "One"]);
  await expect(page.locator("[data-drop], [data-dragged]")).toHaveCount(0);
  await expect
    .poll(async () => ((await person.tool("list_tasks", {})).tasks as { title: string }[]).map(({ title }) => title))
    .toEqual(["Four", "Two", "Three", "One"]);

  await page.goto("/tasks?view=inbox&sort=title");
  await edit(page, "Four").hover();
  await edit(page, "Four").dragTo(edit(page, "Two"));
  await expect(draggable).toHaveCount(0);
  expect(await titles(page)).toEqual(["Four", "One", "Three", "Two"]);
});

test("subtasks are folded below their task, and completing it asks about them", async ({ page, person }) => {
  await person.tool("create_task", { title: "Move house" });
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Actions for “Move house”" }).click();
  await page.getByRole("menuitem", { name: "Add a subtask" }).click();
  const add = page.getByRole("textbox", { name: "Add a subtask to “Move house”" });
  for (const title of ["Pack books", "Pack dishes"]) {
    await add.fill(title);
    await add.press("Enter");
    await expect(edit(page, title)).toBeVisible();
  }
  await tick(page, "Pack books").click();
  const fold = page.getByRole("button", { name: "1 of 2 subtasks of “Move house” done" });
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await fold.click();
  await expect(edit(page, "Pack dishes")).toHaveCount(0);
  await tick(page, "Move house").click();
  const ask = page.getByRole("dialog", { name: "Complete its subtasks too?" });
  await ask.getByRole("button", { name: "Cancel" }).click();
  await expect(tick(page, "Move house")).not.toBeChecked();
  await tick(page, "Move house").click();
  await ask.getByRole("button", { name: "Complete both" }).click();
  await expect(tick(page, "Move house")).toHaveCount(0);
  expect((await person.tool("list_tasks", {})).total).toBe(0);
});

test("of many tasks the next come as one scrolls, each once, though a reading of them failed", async ({
  page,
  person,
  guard,
}) => {
  test.slow();
  guard.expectProblems(/503/);
  await plan(person, 450);
  await page.route(/\/api\/tasks\?.*cursor=/, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await page.goto("/tasks?view=inbox");
  const rows = page.locator("main [data-task]");
  await expect(rows.first()).toBeVisible();
  const list = page.locator("main [data-scrolls]");
  await expect
    .poll(
      async () => {
        await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        return rows.count();
      },
      { timeout: 60_000 },
    )
    .toBe(450);
  const numbers = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-task")));
  expect(new Set(numbers).size).toBe(450);
});
