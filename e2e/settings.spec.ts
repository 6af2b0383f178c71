import { expect, test } from "./fixtures";
import { cookieOf, type Person, stranger } from "./people";

/** The same person, signed in a second time. */
async function again(person: Person): Promise<Person> {
  const { email, password } = person;
  const answer = await stranger(person.baseURL).ask("POST", "/api/session", { email, password });
  expect(answer.status, answer.text).toBe(204);
  return person.at({ cookie: cookieOf(answer) });
}

test("name, time zone and theme are kept", async ({ page, person }) => {
  await page.goto("/settings");
  const name = page.getByLabel("Name");
  await expect(name).toHaveValue(person.name);
  await name.fill("Robin the Second");
  await page.getByRole("button", { name: "Save" }).click();
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.click();
  await zone.fill("new york");
  await expect(page.getByRole("option", { name: /America\/New York/ })).toHaveAttribute("aria-selected", "true");
  await zone.press("Enter");
  await expect
    .poll(async () => (await person.ask("GET", "/api/me")).body)
    .toMatchObject({ name: "Robin the Second", timeZone: "America/New_York" });

  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel("Theme").selectOption("dark");
  await expect
    .poll(async () => (await person.ask("GET", "/api/me")).body)
    .toMatchObject({ settings: { theme: "dark" } });
  // What is stored is shown a moment later.
  await expect.poll(paper).not.toBe(light);
  await page.reload();
  await expect(name).toHaveValue("Robin the Second");
  await expect(zone).toHaveValue("America/New York");
  // This browser is in Paris, and says so.
  await page.getByRole("button", { name: "Use Europe/Paris" }).click();
  await expect(zone).toHaveValue("Europe/Paris");
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
  expect(await paper()).not.toBe(light);
  await page.getByLabel("Theme").selectOption("light");
  await expect.poll(paper).toBe(light);
});

test("the approval rules are the person's own", async ({ page, person }) => {
  await person.tool("create_task", { title: "One" });
  await page.goto("/settings");
  await page.getByLabel("Deleting tasks").selectOption("always");
  await expect
    .poll(async () => (await person.ask("GET", "/api/me")).body)
    .toMatchObject({ settings: { approval: { delete: "always" } } });
  await person.say("delete #1");
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});

test("a changed time zone changes what today means", async ({ person }) => {
  expect((await person.ask("PATCH", "/api/me", { timeZone: "Pacific/Kiritimati" })).status).toBe(200);
  const { task } = (await person.tool("create_task", { title: "Far east", due: "today" })) as {
    task: { dueDate: string };
  };
  expect(task.dueDate).toBe(new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Kiritimati" }).format(new Date()));
});

test("a setting that is left out stays as it is", async ({ person }) => {
  await person.ask("PATCH", "/api/me", { settings: { theme: "dark" } });
  await person.ask("PATCH", "/api/me", { settings: { clock: "12h" } });
  expect((await person.ask("GET", "/api/me")).body).toMatchObject({
    settings: { theme: "dark", clock: "12h", weekStart: "monday" },
  });
});

test("a changed password signs out every other device, and nobody can guess the old one there", async ({
  page,
  person,
  device,
  guard,
}) => {
  guard.expectProblems(/400 .*\/api\/me\/password/);
  const other = await device(await again(person));
  await other.goto("/tasks");
  await expect(other.getByRole("textbox", { name: "Add a task" })).toBeVisible();
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Password" });
  const change = async (current: string) => {
    await section.getByLabel("Current password").fill(current);
    await section.getByLabel("New password").fill("marble window seven");
    await section.getByRole("button", { name: "Change password" }).click();
  };
  await change("not the password");
  await expect(section.getByRole("alert")).toHaveText("The password is wrong.");
  await expect(section.getByLabel("Current password")).toBeFocused();
  await change(person.password);
  await expect(section.getByRole("status")).toContainText("The password is changed.");
  await expect(other).toHaveURL(/\/login\?next=%2Ftasks/);
  await expect(other.getByText("You were signed out.")).toBeVisible();
  // Nor does a copy of this browser's cookie count any more; the browser itself goes on, and hears what happens.
  expect((await person.ask("GET", "/api/me")).status).toBe(401);
  await page.goto("/tasks");
  const { cookies } = await page.context().storageState();
  const renewed = person.at({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") });
  await renewed.tool("create_task", { title: "Written elsewhere" });
  await expect(page.getByText("Written elsewhere")).toBeVisible();
});

test("sessions are listed, and can be ended one by one or all but this", async ({ page, person }) => {
  const [one, two, three] = [await again(person), await again(person), await again(person)];
  const states = async () =>
    Promise.all([one, two, three, person].map(async (who) => (await who.ask("GET", "/api/me")).status));
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Sessions" });
  await expect(section.getByRole("listitem")).toHaveCount(4);
  await expect(section.getByRole("listitem").first()).toContainText("This browser");
  await section
    .getByRole("listitem")
    .nth(1)
    .getByRole("button", { name: /^Sign out of/ })
    .click();
  await expect(section.getByRole("listitem")).toHaveCount(3);
  expect((await states()).filter((status) => status === 401)).toHaveLength(1);
  await section.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(section.getByRole("listitem")).toHaveCount(1);
  expect(await states()).toEqual([401, 401, 401, 200]);
});

test("an account is deleted with everything in it, when the person says so twice", async ({ page, person, guard }) => {
  guard.expectProblems(/400 .*\/api\/me\/delete|401 .*\/api\//);
  await person.tool("create_task", { title: "Mine alone" });
  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Delete account" });
  await section.getByRole("button", { name: "Delete account…" }).click();
  await section.getByLabel("Password").fill(person.password);
  await section.getByLabel("Type “delete everything”").fill("delete");
  await section.getByRole("button", { name: "Delete my account" }).click();
  await expect(section.getByRole("alert")).toContainText("Type the words");
  await section.getByLabel("Type “delete everything”").fill("delete everything");
  await section.getByRole("button", { name: "Delete my account" }).click();
  await expect(page).toHaveURL(/\/register/);
  expect((await person.ask("GET", "/api/me")).status).toBe(401);
  const { email, password } = person;
  expect((await stranger(person.baseURL).ask("POST", "/api/session", { email, password })).status).toBe(401);
});

test("a model that isn't offered can't be chosen", async ({ person }) => {
  expect((await person.ask("PATCH", "/api/me", { settings: { model: "gpt-99" } })).status).toBe(400);
  expect((await person.ask("PATCH", "/api/me", { settings: { model: "built-in" } })).status).toBe(200);
});
