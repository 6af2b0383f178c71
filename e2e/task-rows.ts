import type { Page } from "@playwright/test";

// What journeys look for in the list of tasks.

export const view = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}\\b`) });
export const edit = (page: Page, title: string) => page.getByRole("button", { name: `Edit “${title}”` });
export const tick = (page: Page, title: string) => page.getByRole("checkbox", { name: `Complete “${title}”` });
export const titles = (page: Page) => page.locator("main [data-part=title]").allTextContents();
export const noted = (page: Page) =>
  page.getByRole("status").filter({ has: page.getByRole("button", { name: "Undo" }) });
