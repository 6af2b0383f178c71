import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import type { Person } from "@/scripts/bench/people";
import { findBrowser } from "@/scripts/browser";
import { Refusal } from "@/scripts/say.mjs";
import { watchItself } from "./watch";

export function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Refusal("The browser's part of the bench needs Chromium. Install it, or run npm test once.");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  return chromium.launch({ executablePath, args });
}

/** A page of its own browser profile, with an empty cache, and what came to it over the network. */
export type Opened = { page: Page; devtools: CDPSession; received: () => Received; close: () => Promise<void> };

/** Kilobytes as they travelled. */
export type Received = { requests: number; script: number; font: number; all: number };

export async function open(browser: Browser, url: string, person: Person | null): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (person) {
    await context.setExtraHTTPHeaders({ "x-forwarded-for": person.address });
    await context.addCookies(cookiesOf(person, url));
  }
  // tsx keeps the names of functions by a call that only it knows.
  await context.addInitScript({ content: "globalThis.__name = (it) => it;" });
  await context.addInitScript(watchItself);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  devtools.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto(url, { waitUntil: "load" });
  const sum = (type?: string) =>
    [...bytes].reduce((all, [id, size]) => (type && types.get(id) !== type ? all : all + size), 0) / 1024;
  const received = () => ({ requests: bytes.size, script: sum("Script"), font: sum("Font"), all: sum() });
  return { page, devtools, received, close: () => context.close() };
}

const cookiesOf = ({ cookie }: Person, url: string) =>
  cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
  });

/** Megabytes that the page's script holds once what nobody needs is gone. */
export async function heapOf({ devtools }: Opened): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1_048_576;
}

/** Seconds of CPU that all pages have used, whatever else the machine has to do. */
export async function cpuOfPages(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  return processInfo.reduce((sum, { type, cpuTime }) => (type === "renderer" ? sum + cpuTime : sum), 0);
}
