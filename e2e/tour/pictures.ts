import path from "node:path";
import type { Page } from "@playwright/test";

const widths = { 390: 844, 820: 1180, 1440: 900 } as const;
const themes = ["light", "dark"] as const;

/** Takes `test-results/tour/NAME-WIDTH-THEME.png` in three widths and two themes, of the page as it stands. */
export async function pictures(page: Page, name: string, only: (keyof typeof widths)[] = [390, 820, 1440]) {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of only) {
      await page.setViewportSize({ width, height: widths[width] });
      // Two frames: what listens to the size has drawn by then.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: path.join("test-results", "tour", `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
