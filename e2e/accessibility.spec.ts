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
  test(`the pages before signing in are accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of ["/login", "/register"]) {
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
}
