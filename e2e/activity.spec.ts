import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const recordOn = (page: Page) => page.getByRole("main", { name: "Activity" });

/** Read by the page itself: from then on it hears clicks. */
async function awake(page: Page, go: () => Promise<unknown>) {
  const read = page.waitForResponse(/\/api\/activity\?/);
  await go();
  await read;
}
const open = (page: Page, path = "/activity") => awake(page, () => page.goto(path));

const cards = (page: Page) => recordOn(page).getByRole("article");

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

test("the record is narrowed by menus, words and a task; the address keeps it, and the way back takes it back", async ({
  page,
  person,
}) => {
  test.slow();
  await person.tool("create_task", { title: "Water the ferns" });
  await person.tool("create_task", { title: "Write the report" });
  await person.tool("update_task", { numbers: [2], patch: { title: "Write the long report", priority: "high" } });
  await person.say("add buy milk");
  await person.ask("POST", "/api/tools/update_task", { numbers: [99], patch: { title: "Nothing" } });
  await open(page);
  await expect(cards(page)).toHaveCount(5);

  await page.getByLabel("Who").selectOption("Assistant");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText(/buy milk/i);
  await page.getByLabel("Who").selectOption("Anyone");
  await page.getByLabel("What").selectOption("Change tasks");
  await page.getByLabel("Outcome").selectOption("Failed");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("There is no task #99.");
  await expect(page).toHaveURL(/tool=update_task.*status=ERROR/);
  await awake(page, () => page.reload());
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByLabel("Outcome")).toHaveValue("ERROR");
  await awake(page, () => page.goBack());
  await expect(cards(page)).toHaveCount(2);

  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/activity$/);
  const search = page.getByRole("searchbox", { name: "Search the record" });
  await search.fill("repor writ");
  await expect(cards(page)).toHaveCount(2);
  await search.fill("#1");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("Water the ferns");
  await expect(page).toHaveURL(/\/activity\?about=1$/);
  await page.getByRole("link", { name: "Open task #1" }).click();
  await expect(page).toHaveURL(/\/tasks\?task=1/);

  await open(page, "/activity?text=zebra");
  await expect(recordOn(page)).toContainText("Nothing on the record fits that.");
  await recordOn(page).getByRole("button", { name: "Show everything" }).click();
  await expect(cards(page)).toHaveCount(5);
  await page.getByLabel("When").selectOption("Today");
  await expect(cards(page)).toHaveCount(5);
  await page.getByLabel("When").selectOption("Between two days…");
  await page.getByLabel("From", { exact: true }).fill("2020-01-01");
  await page.getByLabel("To", { exact: true }).fill("2020-01-02");
  await expect(recordOn(page)).toContainText("Nothing on the record fits that.");
});

test("an undo that meets newer changes shows them field by field, and does what the person chooses", async ({
  page,
  person,
  guard,
}) => {
  guard.expectProblems(/409/);
  await person.tool("create_task", { title: "Report", due: "2026-12-01" });
  await person.tool("create_task", { title: "Ferns" });
  await person.tool("update_task", { numbers: [1, 2], patch: { priority: "low", tags: ["home"] } });
  await person.tool("update_task", { numbers: [1], patch: { priority: "high" } });
  const priorities = async () => {
    const { tasks } = (await person.tool("list_tasks", {})) as {
      tasks: { number: number; priority: string; tags: string[] }[];
    };
    return tasks
      .toSorted((one, other) => one.number - other.number)
      .map(({ priority, tags }) => [priority, ...tags].join(" "));
  };
  await open(page);
  const change = page.getByRole("article", { name: "Change tasks" }).filter({ hasText: "Ferns" });
  const dialog = page.getByRole("dialog", { name: "Changed again since" });
  await change.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(dialog).toContainText("#1Report");
  await expect(dialog).toContainText(/Priority.*It is now.*High.*The call made it.*Low.*Undo makes it.*none/s);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await priorities()).toEqual(["high home", "low home"]);

  await change.getByRole("button", { name: "Undo" }).click();
  await dialog.getByRole("button", { name: "Undo the rest" }).click();
  await expect(dialog).toBeHidden();
  await expect(change).toContainText("Undone");
  expect(await priorities()).toEqual(["high", "none"]);
  await change.getByRole("button", { name: "Redo" }).click();
  await expect(change).not.toContainText("Undone");
  expect(await priorities()).toEqual(["high home", "low home"]);

  await change.getByRole("button", { name: "Undo" }).click();
  await dialog.getByRole("button", { name: "Undo anyway" }).click();
  await expect(change).toContainText("Undone");
  expect(await priorities()).toEqual(["none", "none"]);
});

test("a card in the chat shows what stands in its way too", async ({ page, person, chat, guard }) => {
  guard.expectProblems(/409/);
  await chat.open();
  await chat.say("add buy milk");
  await person.tool("update_task", { numbers: [1], patch: { title: "Buy oat milk" } });
  await chat.reply.getByRole("button", { name: "Undo", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Changed again since" });
  await expect(dialog).toContainText(/Title.*Buy oat milk.*the task goes to the bin/s);
  await expect(dialog.getByRole("button", { name: "Undo the rest" })).toBeHidden();
  await dialog.getByRole("button", { name: "Undo anyway" }).click();
  await expect(chat.reply).toContainText("Undone");
  expect((await person.tool("list_tasks", { view: "bin" })).total).toBe(1);
});

test("what one reply did stands together, leads to its message, and goes back and forth as a whole", async ({
  page,
  person,
}) => {
  const { conversationId, replyId } = await person.say("add buy milk and add call mum");
  await open(page);
  await recordOn(page).getByRole("button", { name: "Undo all" }).press("Enter");
  await expect(recordOn(page).getByRole("button", { name: "Redo all" })).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(0);
  await recordOn(page).getByRole("button", { name: "Redo all" }).click();
  await expect(recordOn(page).getByRole("button", { name: "Undo all" })).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(2);
  const when = recordOn(page).getByRole("button", { name: "just now" }).first();
  await when.click();
  await expect(recordOn(page).getByRole("button", { expanded: true })).toHaveText(/^\w{3} \d+ \w{3} \d{4}, \d\d:\d\d$/);
  await recordOn(page).getByRole("link", { name: "Open the message" }).first().click();
  await expect(page).toHaveURL(`/chat/${conversationId}?at=${replyId}`);
});

test("what is new comes in by itself at the head, and waits while something further down is read", async ({
  page,
  person,
}) => {
  test.slow();
  for (let n = 1; n <= 52; n++) await person.tool("create_task", { title: `Errand ${n}` });
  await open(page);
  await expect(cards(page).first()).toContainText("Errand 52");
  await person.tool("create_task", { title: "At the head" });
  await expect(cards(page).first()).toContainText("At the head");

  const read = cards(page).filter({ hasText: "Errand 30" });
  await cards(page).last().scrollIntoViewIfNeeded();
  await expect(cards(page).filter({ hasText: /Errand 1Undo/ })).toBeAttached();
  await read.scrollIntoViewIfNeeded();
  const before = await read.boundingBox();
  for (const title of ["One more", "Two more", "Three more"]) await person.tool("create_task", { title });
  const news = page.getByRole("button", { name: "3 new" });
  await expect(news).toBeVisible();
  expect((await read.boundingBox())?.y).toBe(before?.y);
  await news.click();
  await expect(cards(page).first()).toContainText("Three more");
  await expect(cards(page).first()).toBeInViewport();
  await expect(news).toBeHidden();
});

test("what waits for a yes stands on top as soon as it is asked, and is answered there", async ({ page, person }) => {
  for (const title of ["One", "Two", "Three", "Four"]) await person.tool("create_task", { title });
  await open(page, "/activity?tool=create_task");
  await expect(cards(page)).toHaveCount(4);
  await person.say("delete #1, #2, #3 and #4");
  const waiting = recordOn(page).getByRole("region", { name: "Waiting for you" });
  await expect(waiting).toContainText("Move 4 tasks to the bin");
  await waiting.getByRole("button", { name: "Approve" }).click();
  await expect(waiting).toBeHidden();
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const colorScheme of ["light", "dark"] as const)
    test(`the filters are a sheet, and everything is accessible in ${colorScheme}`, async ({ page, person, guard }) => {
      guard.expectProblems(/409/);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const notes = "All that is to be said about the ferns, the beds, the path and the fence along the road. ".repeat(
        3,
      );
      await person.tool("create_task", { title: "Water the ferns", description: notes, due: "tomorrow" });
      await person.tool("update_task", { numbers: [1], patch: { description: notes.replace("path", "gravel path") } });
      await person.tool("update_task", { numbers: [1], patch: { description: "Other notes" } });
      await person.say("add buy milk and add call mum");
      await open(page);
      await expect(recordOn(page).getByRole("insertion").filter({ hasText: "gravel" })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Filters" }).tap();
      const sheet = page.getByRole("dialog", { name: "Filters" });
      await sheet.getByLabel("What").selectOption("Change tasks");
      expect(await faultsOf(page)).toEqual([]);
      await sheet.getByRole("button", { name: "Show" }).tap();
      await expect(cards(page)).toHaveCount(2);
      await expect(page.getByRole("button", { name: "Filters: 1" })).toBeVisible();
      await cards(page).last().getByRole("button", { name: "Undo" }).tap();
      await expect(page.getByRole("dialog", { name: "Changed again since" })).toContainText("Notes");
      expect(await faultsOf(page)).toEqual([]);
    });
});
