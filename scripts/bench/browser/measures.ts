import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Stamp } from "@/scripts/bench/fake-model";
import { spread } from "@/scripts/bench/figures";
import { markedText } from "@/scripts/bench/marker";
import type { Person } from "@/scripts/bench/people";
import type { Stage } from "@/scripts/bench/round";
import { forget, type Seen, seen, still, watchReply } from "./watch";
import { cpuOfPages, heapOf, type Opened, open } from "./window";

/** How a page came: milliseconds, seconds of CPU, and kilobytes as they travelled. */
export type Loading = {
  paint: number;
  blocking: number;
  cpu: number;
  shift: number;
  script: number;
  requests: number;
  nodes: number;
};

/** What a page holds and how it answers to the keys of somebody who writes. Megabytes; milliseconds, 95 of 100 are below it. */
export type Use = { messages: number; nodes: number; heap: number; key: number };

/** How a reply was drawn while it came. Milliseconds, and seconds of CPU. */
export type Drawing = {
  longTasks: number;
  longest: number;
  settled: number;
  cpu: number;
  shift: number;
  slowFrames: number;
  key: number;
};

/** So many tokens of four characters make 9,600 of the 10,000 that a reply may have. */
const tokens = { ttft: 20, n: 2_400, pace: 5, writes: "markdown" } as const;

const blockingOf = ({ longTasks }: Seen) => longTasks.reduce((sum, { took }) => sum + Math.max(0, took - 50), 0);

export async function loading(browser: Browser, url: string, person: Person | null): Promise<Loading> {
  const opened = await open(browser, url, person);
  try {
    await still(opened.page);
    const { paint, shift, ...rest } = await seen(opened.page);
    const nodes = await opened.page.evaluate(() => document.getElementsByTagName("*").length);
    const { script, requests } = opened.received();
    const blocking = blockingOf({ paint, shift, ...rest });
    return { paint, blocking, cpu: await cpuOfPages(browser), shift, script, requests, nodes };
  } finally {
    await opened.close();
  }
}

/** Keys that are shown within a frame are not told of by the browser. */
const soon = 16;
const keyTimes = (slow: number[], keys: number) =>
  spread([...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => soon)]).p95;

/** Types into what has the focus, as a fast writer does, and tells what 95 of 100 keys stayed below. */
async function typing({ page }: Opened, keys: number): Promise<number> {
  await forget(page);
  for (let count = 0; count < keys; count++) {
    await page.keyboard.press("abcdefghij"[count % 10] ?? "a");
    await sleep(80);
  }
  await sleep(300);
  return keyTimes((await seen(page)).keys, keys);
}

/** The keys of a page on which nothing else stands: what the browser itself takes for them. */
export async function typingAlone(browser: Browser, url: string): Promise<number> {
  const opened = await open(browser, url, null);
  try {
    await still(opened.page);
    await opened.page.getByLabel("E-mail").focus();
    return await typing(opened, 40);
  } finally {
    await opened.close();
  }
}

/** Goes up until everything that was ever said stands on the page. */
export async function withAll(browser: Browser, url: string, person: Person): Promise<Use> {
  const opened = await open(browser, url, person);
  const { page } = opened;
  try {
    const articles = page.locator("main article");
    for (let before = 0, now = -1; now !== before; ) {
      before = now;
      await page.locator("[data-scroller]").evaluate((scroller) => scroller.scrollTo(0, 0));
      await still(page, 700);
      now = await articles.count();
    }
    const messages = await articles.count();
    const nodes = await page.evaluate(() => document.getElementsByTagName("*").length);
    const heap = await heapOf(opened);
    await page.getByLabel("Message", { exact: true }).focus();
    return { messages, nodes, heap, key: await typing(opened, 40) };
  } finally {
    await opened.close();
  }
}

/** A long reply in markdown, as it comes; `types` while it does. */
export async function drawing(
  { browser, stage }: { browser: Browser; stage: Stage },
  url: string,
  person: Person,
  types: boolean,
): Promise<Drawing> {
  const opened = await open(browser, url, person);
  const { page } = opened;
  try {
    await still(page);
    const id = randomUUID();
    const box = page.getByLabel("Message", { exact: true });
    await box.fill(markedText(id, tokens));
    await watchReply(page);
    await stage.model.ask({ ask: "stamps" });
    await forget(page);
    const before = await cpuOfPages(browser);
    await box.press("Enter");
    let keys = 0;
    let stamp: Stamp | undefined;
    while (!stamp) {
      if (types && keys < 100) {
        await page.keyboard.press("abcdefghij"[keys++ % 10] ?? "a");
        await sleep(80);
      } else await sleep(250);
      if (!types || keys % 10 === 0)
        stamp = (await stage.model.ask({ ask: "stamps" })).stamps.find((one) => one.id === id);
    }
    await sleep(2_000);
    const { longTasks, shift, keys: slow, frames } = await seen(page);
    const changed = await page.evaluate(() => window.bench.lastChange);
    const cpu = (await cpuOfPages(browser)) - before;
    const took = longTasks.map((task) => task.took);
    return {
      longTasks: took.reduce((sum, one) => sum + one, 0),
      longest: Math.max(0, ...took),
      settled: changed - stamp.last,
      cpu,
      shift,
      slowFrames: frames.filter((at, place) => at - (frames[place - 1] ?? at) > 34).length,
      key: types ? keyTimes(slow, keys) : 0,
    };
  } finally {
    await opened.close();
  }
}
