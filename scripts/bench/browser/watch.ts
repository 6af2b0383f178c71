import type { Page } from "@playwright/test";

/** What the page saw of itself since it began, or since `forget`. Milliseconds by the page's own clock, which the machine shares. */
export type Seen = {
  paint: number;
  shift: number;
  longTasks: { at: number; took: number }[];
  /** One for each key that took more than 16 ms to be shown. */
  keys: number[];
  frames: number[];
};

declare global {
  interface Window {
    bench: Omit<Seen, "keys"> & { slowKeys: Map<number, number>; lastChange: number };
  }
}

/** Put into a page before anything of its own runs. */
export function watchItself(): void {
  const bench: Window["bench"] = {
    paint: 0,
    shift: 0,
    longTasks: [],
    slowKeys: new Map(),
    frames: [],
    lastChange: 0,
  };
  window.bench = bench;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
      // TypeScript's DOM does not know durationThreshold.
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  observe("largest-contentful-paint", (entry) => {
    bench.paint = entry.startTime;
  });
  // As web pages are judged by: the worst five seconds, which a second without a shift ends.
  let [begun, last, sum] = [0, 0, 0];
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput, startTime } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (hadRecentInput) return;
    if (startTime - last > 1_000 || startTime - begun > 5_000) [begun, sum] = [startTime, 0];
    last = startTime;
    sum += value;
    bench.shift = Math.max(bench.shift, sum);
  });
  observe("longtask", ({ startTime, duration }) => bench.longTasks.push({ at: startTime, took: duration }));
  observe("event", (entry) => {
    const { interactionId, duration } = entry as PerformanceEntry & { interactionId?: number };
    // A click and a pointer are interactions too, but nobody points while keys are measured.
    if (interactionId) bench.slowKeys.set(interactionId, Math.max(duration, bench.slowKeys.get(interactionId) ?? 0));
  });
  const frame = (at: number) => {
    bench.frames.push(at);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** What was seen so far is not counted any more. */
export const forget = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window.bench, { shift: 0, longTasks: [], frames: [] });
    window.bench.slowKeys.clear();
  });

export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { paint, shift, longTasks, slowKeys, frames } = window.bench;
    return { paint, shift, longTasks, keys: [...slowKeys.values()], frames };
  });

/** From now on the moment of the last change in the newest article is kept, as it was painted, by the clock of the machine. */
export const watchReply = (page: Page) =>
  page.evaluate(() => {
    const now = () => performance.timeOrigin + performance.now();
    new MutationObserver((changes) => {
      const article = [...document.querySelectorAll("main article")].at(-1);
      if (changes.some(({ target }) => article?.contains(target)))
        requestAnimationFrame(() =>
          setTimeout(() => {
            window.bench.lastChange = now();
          }),
        );
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });

/** Waits until nothing of the page has changed for this long. */
export async function still(page: Page, milliseconds = 1_000): Promise<void> {
  await page.evaluate(
    (wait) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, wait);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, wait);
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      }),
    milliseconds,
  );
}
