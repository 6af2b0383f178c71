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
    /** Changes in what was finished already. */
    touched: number;
    /** What a reply looked like while it was written. */
    seen: string[];
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
  const isText = async (place: string) => {
    await expect(page.getByText("onerror=").first()).toBeVisible();
    expect(await page.evaluate(() => window.broken), place).toBeUndefined();
    expect(await page.locator('[src*="evil"], [href*="evil"], iframe, [onerror], [onload]').count(), place).toBe(0);
  };
  for (const place of ["/tasks?view=all", "/activity"]) {
    await page.goto(place);
    await isText(place);
  }
  await chat.open();
  await chat.tasks.getByRole("button", { name: /^All\b/ }).click();
  await isText("beside the chat");
  await chat.say(scripted("one-by-one").text);
  expect(await page.evaluate(() => window.broken)).toBeUndefined();
  expect(guard.problems).toEqual([]);
});

test("code, tables, tasks and links are there to be used", async ({ page, context, chat }) => {
  const text = [
    "# Plan",
    "- [x] milk\n- [ ] bread",
    "| Day | Task |\n| --- | --- |\n| Friday | Call mum |",
    "```ts\nconst tasks: string[] = [];\n```",
    "See [the shop](https://shop.example/list), https://plain.example and [![a picture](https://pictures.example/x.png)](https://album.example).",
  ].join("\n\n");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const name = await addScript({ steps: [{ text, pieceLength: 7 }] });
  await chat.open();
  await chat.say(scripted(name).text);

  await expect(chat.reply.getByRole("heading", { name: "Plan", level: 2 })).toBeVisible();
  await expect(chat.reply.getByRole("listitem").filter({ hasText: "milk" }).getByRole("img")).toHaveAccessibleName(
    "Done:",
  );
  await expect(chat.reply.getByRole("listitem").filter({ hasText: "bread" }).getByRole("img")).toHaveAccessibleName(
    "To do:",
  );
  await expect(chat.reply.getByRole("cell", { name: "Call mum" })).toBeVisible();
  await expect(chat.reply).toContainText("the shop (shop.example)");
  await expect(chat.reply.getByRole("link", { name: "https://plain.example" })).toBeVisible();
  await expect(chat.reply.getByRole("link", { name: "a picture" })).toHaveAttribute("href", "https://album.example");
  await expect(chat.reply).toContainText("TypeScript");
  await chat.reply.getByRole("button", { name: "Copy the code" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("const tasks: string[] = [];");
});

test("what is written is left alone while more comes, and no raw marks stand at its end", async ({ page, chat }) => {
  const text =
    "The first paragraph.\n\n| Day | Task |\n| --- | --- |\n| Friday | Call |\n\nThen **bold words** and [a link](https://shop.example/list).\n\n- one\n- two\n\n```js\nconst a = 1;\n```\n\nThe end.";
  const name = await addScript({ steps: [{ text, pieceLength: 3, pauseMs: 150 }] });
  await chat.open();
  await chat.send(scripted(name).text);
  const first = chat.reply.locator("p").filter({ hasText: "The first paragraph." });
  await expect(chat.reply.getByRole("table")).toBeVisible();
  await first.evaluate((node) => {
    window.touched = 0;
    window.seen = [];
    new MutationObserver((changes) => {
      window.touched += changes.length;
    }).observe(node, { childList: true, characterData: true, subtree: true, attributes: true });
    const reply = node.closest("article") as HTMLElement;
    new MutationObserver(() => window.seen.push(reply.innerText)).observe(reply, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await chat.settled();
  await expect(chat.reply).toContainText("The end.");
  expect(await page.evaluate(() => window.touched)).toBe(0);
  const seen = await page.evaluate(() => window.seen);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((shown) => /\*\*|\]\(|```|---|\|/.test(shown))).toEqual([]);
});

test("code has its colours once it stands, and stays as it is written otherwise", async ({ page, chat }) => {
  const code = 'const due = "friday"; // soon';
  const text = `\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`cobol\nDISPLAY "HELLO".\n\`\`\`\n\nThe end.`;
  const name = await addScript({ steps: [{ text, pieceLength: 3, pauseMs: 40 }] });
  await chat.open();
  await page.evaluate((whole) => {
    window.touched = 0;
    new MutationObserver(() => {
      const grown = document.querySelector("article pre");
      if (grown?.querySelector("[data-sort]") && grown.textContent?.trim() !== whole) window.touched += 1;
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, code);
  await chat.send(scripted(name).text);
  const block = chat.reply.locator("pre");
  const coloured = block.first().locator("[data-sort]");
  await chat.settled();
  await expect(coloured.first()).toHaveText("const");
  expect(await page.evaluate(() => window.touched), "coloured while it grew").toBe(0);
  for (const round of ["streamed", "reloaded"]) {
    await expect(coloured.first(), round).toHaveText("const");
    await expect(block.first().locator("[data-sort=comment]"), round).toHaveText("// soon");
    expect(await block.first().innerText(), round).toBe(code);
    await expect(block.last().locator("[data-sort]"), round).toHaveCount(0);
    await expect(block.last(), round).toHaveText('DISPLAY "HELLO".');
    await page.reload();
  }
});
