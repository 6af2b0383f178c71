import type { BrowserContext, Page, Request } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Says how many live connections are open in this browser. */
function connectionsOf(context: BrowserContext) {
  const open = new Set<Request>();
  context.on("request", (request) => request.url().endsWith("/api/events") && open.add(request));
  context.on("requestfinished", (request) => void open.delete(request));
  context.on("requestfailed", (request) => void open.delete(request));
  return () => [...open].filter((request) => !request.frame().page().isClosed()).length;
}

const row = (page: Page, title: string) => page.getByRole("checkbox", { name: `Complete “${title}”` });

test("F27 · seven tabs share one connection, and the seventh still answers a click", async ({ context, person }) => {
  test.slow();
  await person.tool("create_task", { title: "Seen by all" });
  const connections = connectionsOf(context);
  const pages: Page[] = [];
  for (let tab = 0; tab < 7; tab++) {
    const page = await context.newPage();
    await page.goto("/tasks");
    await expect(row(page, "Seen by all")).toBeVisible();
    pages.push(page);
  }
  const [first, ...others] = pages as [Page, ...Page[]];
  const seventh = pages.at(-1) as Page;
  await expect.poll(connections).toBe(1);

  // Six connections would be all that a browser has for one address.
  await row(seventh, "Seen by all").click();
  for (const page of pages) await expect(row(page, "Seen by all")).toHaveCount(0);

  // The tab that had the connection is closed: another takes it up, and nothing in between is missed.
  await first.close();
  await person.tool("create_task", { title: "While one tab closed" });
  for (const page of others) await expect(row(page, "While one tab closed")).toBeVisible();
  await expect.poll(connections).toBe(1);
});

test("F27 · signing out in one tab takes all of them to the sign-in page", async ({ context, person: _, guard }) => {
  guard.expectProblems(/401 .*\/api\//);
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()));
  for (const page of pages) {
    await page.goto("/tasks");
    await expect(page.getByRole("textbox", { name: "Add a task" })).toBeVisible();
  }
  const [first, ...others] = pages as [Page, ...Page[]];
  await first.goto("/settings");
  await first.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(first).toHaveURL(/\/login$/);
  for (const page of others) await expect(page).toHaveURL(/\/login\?/);
});
