import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Everything that this browser keeps of the site, by address. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

test("without the server a page says what still holds, and comes back by itself", async ({
  page,
  context,
  chat,
  guard,
}) => {
  guard.expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|503/);
  await chat.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await chat.message.fill("Begun before the tunnel");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "No connection to Docket" })).toBeVisible();
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(page.getByText("Still no answer.")).toBeVisible();
  await context.setOffline(false);
  await expect(chat.message).toHaveValue("Begun before the tunnel");
});

test("the browser keeps the offline page and nothing of the person", async ({ page, person, chat, guard }) => {
  guard.expectProblems(/401 .*\/api\//);
  await person.tool("create_task", { title: "A private matter" });
  await chat.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  for (const path of ["/tasks", "/activity", "/settings"]) await page.goto(path);
  expect((await keptBy(page)).toSorted()).toEqual([
    "/icon.svg",
    "/offline/index.html",
    "/offline/offline.css",
    "/offline/offline.js",
  ]);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/login$/);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect((await keptBy(page)).filter((path) => path !== "/icon.svg" && !path.startsWith("/offline/"))).toEqual([]);
});

test("it can be installed: a manifest with icons that are there", async ({ page }) => {
  await page.goto("/login");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(String(href))).json();
  expect(manifest).toMatchObject({ name: "Docket", start_url: "/", display: "standalone" });
  expect(manifest.icons.map((icon: { purpose: string }) => icon.purpose)).toContain("maskable");
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, type]);
    expect((await icon.body()).length).toBeLessThan(20_000);
  }
  const apple = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
  expect((await page.request.get(String(apple))).status()).toBe(200);
});
