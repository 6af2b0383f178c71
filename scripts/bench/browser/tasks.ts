import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { type Spread, spread } from "@/scripts/bench/figures";
import { fill, pastOf } from "@/scripts/bench/filling";
import { headersOf, makePeople, type Person } from "@/scripts/bench/people";
import type { Stage } from "@/scripts/bench/round";
import { statementsIn, statementsInSilence, withStatementLog } from "@/scripts/bench/statements";
import type { Patience } from "@/scripts/bench/trial";
import { step } from "@/scripts/say.mjs";
import { loading } from "./measures";
import { forget, seen, still } from "./watch";
import { launch, type Opened, open } from "./window";

/** How the list of somebody with 10,000 tasks answers. Milliseconds; of interactions what 95 of 100 stay below. */
export type InTasks = {
  stored: number;
  today: { paint: number; blocking: number };
  shown: number;
  tick: number;
  key: number;
  /** Requests and statements of one click; BEGIN and COMMIT count, and so does telling the other instances. */
  click: { requests: number; statements: number };
  /** From the moment in which one browser asks for a change until another one shows it. */
  live: Spread;
  /** The same while a script makes 200 changes. */
  burst: Spread;
};

const stored = 10_000;
const wanted = 1_000;
const clicks = 20;
const changes = { alone: 30, atOnce: 200 };

export async function measureTasks(stage: Stage, loads: number, patience: Patience): Promise<InTasks> {
  const { url, databaseUrl } = stage.site;
  const [person] = await makePeople(url, 1);
  if (!person) throw new Error("No account was made.");
  await fill(databaseUrl, pastOf({ email: person.email, conversations: 1, messages: 2, tasks: stored }));
  const browser = await launch();
  try {
    const today = await step("Looking at Today", "Today is looked at", async () => {
      await loading(browser, `${url}/tasks`, person);
      const all = [];
      for (let count = 0; count < loads; count++) {
        await patience.untilQuiet();
        all.push(await loading(browser, `${url}/tasks?view=today`, person));
      }
      return all;
    });
    const opened = await open(browser, `${url}/tasks?view=inbox`, person);
    const shown = await step("Scrolling", "The tasks are on the page", () => showMany(opened.page));
    await patience.untilQuiet();
    const tick = await step("Ticking", "Ticked", () => ticking(opened.page));
    const key = await writing(opened.page);
    const click = await step("Counting statements", "Statements are counted", () => costOfClick(stage, opened));
    await patience.untilQuiet();
    const live = await step("Changing tasks elsewhere", "Two browsers are compared", () =>
      betweenTwo(browser, opened, url, person),
    );
    await opened.close();
    const middle = (figure: "paint" | "blocking") => spread(today.map((one) => one[figure])).p50;
    return {
      stored,
      today: { paint: middle("paint"), blocking: middle("blocking") },
      shown,
      tick,
      key,
      click,
      ...live,
    };
  } finally {
    await browser.close();
  }
}

const rows = (page: Page) => page.locator("main [data-task]");

/** Scrolls until so many tasks stand on the page, or no more come. */
async function showMany(page: Page): Promise<number> {
  await rows(page).first().waitFor();
  for (let before = -1, now = 0; now < wanted && now !== before; ) {
    before = now;
    await rows(page).last().scrollIntoViewIfNeeded();
    const more = page.getByRole("button", { name: "Show more" }).last();
    if (await more.isVisible()) await more.click({ timeout: 2_000 }).catch(() => {});
    await still(page, 600);
    now = await rows(page).count();
  }
  return rows(page).count();
}

/** Interactions that are shown within a frame are not told of by the browser. */
const soon = 16;
const slowest = (slow: number[], count: number) =>
  spread([...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => soon)]).p95;

const ticks = (page: Page) => rows(page).locator('[data-part="tick"]:enabled');

async function ticking(page: Page): Promise<number> {
  await forget(page);
  for (let count = 0; count < clicks; count++) {
    await ticks(page).nth(3).click();
    await sleep(250);
  }
  await sleep(1_000);
  return slowest((await seen(page)).keys, clicks);
}

async function writing(page: Page): Promise<number> {
  await page.locator("main").getByRole("textbox").first().focus();
  await forget(page);
  const text = "call mum next friday at 5pm #family";
  for (const letter of text) {
    await page.keyboard.press(letter === " " ? "Space" : letter === "#" ? "Shift+3" : letter);
    await sleep(60);
  }
  await sleep(300);
  return slowest((await seen(page)).keys, text.length);
}

/** What one click on a tick costs, once nothing else is under way. */
async function costOfClick(stage: Stage, { page }: Opened): Promise<InTasks["click"]> {
  return withStatementLog(stage.site.databaseUrl, async () => {
    const except = await statementsInSilence(stage);
    let requests = 0;
    const count = () => {
      requests += 1;
    };
    page.on("request", count);
    const statements = await statementsIn(stage, except, async () => {
      for (let each = 0; each < 5; each++) {
        await ticks(page).nth(3).click();
        await sleep(1_500);
      }
    });
    page.off("request", count);
    return { requests: requests / 5, statements: statements.length / 5 };
  });
}

/** Renames tasks through the API as one browser would, and sees when another one shows it. */
async function betweenTwo(browser: Browser, mine: Opened, url: string, person: Person) {
  const other = await open(browser, `${url}/tasks?view=inbox`, person);
  try {
    await showMany(other.page);
    const numbers = await rows(other.page).evaluateAll((all) =>
      all.map((row) => Number(row.getAttribute("data-task"))),
    );
    await other.page.evaluate(watchTitles);
    const alone: number[] = [];
    for (const [at, number] of numbers.slice(0, changes.alone).entries()) {
      alone.push(await rename(mine.page, number, `Live ${at}.`));
      await sleep(200);
    }
    const burst = numbers.slice(changes.alone, changes.alone + changes.atOnce);
    const started = await Promise.all(lanes(burst, 4).map((lane) => renameAll(url, person, lane)));
    await sleep(3_000);
    const shown = new Map(await other.page.evaluate(() => [...window.shownTitles]));
    const late = (title: string, asked: number) => (shown.get(title) ?? Number.POSITIVE_INFINITY) - asked;
    return {
      live: spread(alone.map((asked, at) => late(`Live ${at}.`, asked))),
      burst: spread(started.flat().map(({ title, asked }) => late(title, asked))),
    };
  } finally {
    await other.close();
  }
}

const lanes = (numbers: number[], count: number) =>
  Array.from({ length: count }, (_, lane) => numbers.filter((_, at) => at % count === lane));

const bodyOf = (number: number, title: string) => JSON.stringify({ numbers: [number], patch: { title } });

/** The moment at which the page asked, by the clock of the machine. */
const rename = (page: Page, number: number, title: string): Promise<number> =>
  page.evaluate(
    async (body) => {
      const asked = performance.timeOrigin + performance.now();
      const headers = { "content-type": "application/json" };
      await fetch("/api/tools/update_task", { method: "POST", headers, body });
      return asked;
    },
    bodyOf(number, title),
  );

async function renameAll(url: string, person: Person, numbers: number[]) {
  const asked: { title: string; asked: number }[] = [];
  for (const number of numbers) {
    const title = `Burst ${number}.`;
    asked.push({ title, asked: performance.timeOrigin + performance.now() });
    const request = { method: "POST", headers: headersOf(url, person), body: bodyOf(number, title) };
    await (await fetch(`${url}/api/tools/update_task`, request)).arrayBuffer();
  }
  return asked;
}

declare global {
  interface Window {
    shownTitles: Map<string, number>;
  }
}

/** From now on the page keeps when each of the new titles was painted first. */
function watchTitles(): void {
  window.shownTitles = new Map();
  new MutationObserver(() => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        const now = performance.timeOrigin + performance.now();
        const said = document.querySelector("main")?.textContent ?? "";
        for (const [title] of said.matchAll(/(?:Live|Burst) \d+\./g))
          if (!window.shownTitles.has(title)) window.shownTitles.set(title, now);
      }),
    );
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
