import { expect, test } from "./fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("on a phone one thing is on the screen at a time, and everything can be reached", async ({
  page,
  person,
  chat,
}) => {
  await chat.open();
  await chat.say("add buy milk today");
  expect(await person.ask("GET", "/api/tasks").then(({ text }) => text)).toMatch(/buy milk/i);
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await fits()).toBe(true);

  // It says which conversation this is, and has the way to a new one.
  await expect(chat.main.getByRole("heading", { level: 1 })).toHaveText("Add buy milk today");
  await chat.main.getByRole("link", { name: "New chat" }).tap();
  await expect(page).toHaveURL("/");

  const bar = page.getByRole("navigation", { name: "Main" });
  await expect(chat.tasks).toBeHidden();
  await bar.getByRole("link", { name: "Tasks" }).click();
  await expect(page.getByRole("checkbox", { name: /Complete “buy milk”/i })).toBeVisible();
  expect(await fits()).toBe(true);
  await page.getByRole("checkbox", { name: /Complete “buy milk”/i }).tap();
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(0);

  await bar.getByRole("link", { name: "Activity" }).click();
  await expect(page).toHaveURL(/\/activity/);
  expect(await fits()).toBe(true);
});
