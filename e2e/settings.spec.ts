import { expect, test } from "./fixtures";

test("name, time zone and theme are kept", async ({ page, person }) => {
  await page.goto("/settings");
  const name = page.getByLabel("Name");
  await expect(name).toHaveValue(person.name);
  await name.fill("Robin the Second");
  await page.getByLabel("Time zone").selectOption("America/New_York");
  await page.getByRole("button", { name: "Save" }).click();
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
  await expect(page.getByLabel("Time zone")).toHaveValue("America/New_York");
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
