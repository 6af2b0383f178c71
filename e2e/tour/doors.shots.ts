import { expect, test } from "@/e2e/fixtures";
import { pictures } from "./pictures";

test("before signing in", async ({ page, guard }) => {
  guard.expectProblems(/40[14]/);
  await page.goto("/login");
  await pictures(page, "login");
  await page.getByRole("textbox", { name: "E-mail" }).fill("robin@example.com");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  await pictures(page, "login-refused");
  await page.goto("/register");
  await pictures(page, "register");
  await page.goto("/nowhere");
  await pictures(page, "nowhere");
});

test("pages beside the chat", async ({ page, person: _, guard }) => {
  guard.expectProblems(/404/);
  for (const path of ["tasks", "activity", "settings"]) {
    await page.goto(`/${path}`);
    await expect(page.getByRole("main").first()).toBeVisible();
    await pictures(page, `${path}-empty`);
  }
  await page.goto("/chat/00000000-0000-7000-8000-000000000000");
  await pictures(page, "no-such-conversation");
});
