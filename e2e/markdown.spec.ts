import { addScript, scripted, withFakeModel } from "./fake-model";
import { expect, test } from "./fixtures";
import { payloads } from "./xss-payloads";

test.use(withFakeModel);

const forbidden =
  "script, style, link, meta, base, iframe, object, embed, form, input, select, textarea, video, audio, img, math, marquee, [onerror], [onload], [onclick], [onmouseover], [srcdoc], [ping]";

declare global {
  interface Window {
    /** Set by a payload that managed to run. */
    broken?: string;
  }
}

test("nothing that a model writes runs, loads or links to what it should not", async ({ page, chat, guard }) => {
  const name = await addScript({ steps: [{ text: payloads.join("\n\n"), pieceLength: 200 }] });
  await chat.open();
  await chat.say(scripted(name).text);
  await expect(chat.reply).toContainText("the last payload");

  for (const round of ["streamed", "reloaded"]) {
    expect(await page.evaluate(() => window.broken), round).toBeUndefined();
    expect(await chat.reply.locator(forbidden).count(), round).toBe(0);
    for (const link of await chat.reply.getByRole("link").all()) {
      expect(await link.getAttribute("href"), round).toMatch(/^(https?:|mailto:)/);
      expect(await link.getAttribute("rel"), round).toContain("noopener noreferrer");
    }
    await page.reload();
    await expect(chat.reply).toContainText("the last payload");
  }
  expect(guard.problems).toEqual([]);
});

test("task titles and tool results are text, whatever they hold", async ({ page, person, chat, guard }) => {
  for (const title of payloads.slice(0, 30)) await person.tool("create_task", { title: title.slice(0, 400) });
  for (const path of ["/", "/tasks", "/activity"]) {
    await page.goto(path);
    await page
      .getByRole("button", { name: /^(All|Everything)\b/ })
      .first()
      .click();
    await expect(page.getByText("onerror=").first()).toBeVisible();
    expect(await page.evaluate(() => window.broken), path).toBeUndefined();
    expect(await page.locator('[src*="evil"], [href*="evil"], iframe, [onerror], [onload]').count(), path).toBe(0);
  }
  await chat.open();
  await chat.say(scripted("one-by-one").text);
  expect(await page.evaluate(() => window.broken)).toBeUndefined();
  expect(guard.problems).toEqual([]);
});
