import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { makeBrowser, startPushService } from "@/lib/reminders/push/testing";
import { expect, test } from "./fixtures";
import type { Person } from "./people";
import { comeDue } from "./rows";

const remindersOn = (page: Page) => page.getByRole("region", { name: "Due reminders" });

/** A task whose reminder sounds now, though it is due much later. */
async function sound(person: Person, title: string) {
  await person.tool("create_task", { title, due: "tomorrow 15:00" });
  await comeDue(person, title);
}

test("a due task says so on every tab and device; putting it off in one closes it in all", async ({
  page,
  context,
  person,
  device,
}) => {
  await page.goto("/tasks");
  const tab = await context.newPage();
  await tab.goto("/activity");
  const phone = await device(person);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/");
  await sound(person, "Call the dentist");
  for (const one of [page, tab, phone]) {
    await expect(remindersOn(one).getByRole("listitem")).toContainText("Call the dentist");
    await expect(remindersOn(one).getByRole("listitem")).toContainText("Due tomorrow at 15:00");
  }
  await expect(page.getByRole("status").filter({ hasText: /^Reminder: Call the dentist\./ })).toHaveCount(1);
  await tab.getByRole("button", { name: "Snooze Call the dentist" }).click();
  await tab.getByRole("menuitem", { name: "In 10 minutes" }).click();
  for (const one of [page, tab, phone]) await expect(remindersOn(one).getByRole("listitem")).toHaveCount(0);

  // By keyboard: it sounds again, F6 goes there, Done completes the task everywhere.
  await comeDue(person, "Call the dentist");
  await expect(remindersOn(page).getByRole("listitem")).toHaveCount(1);
  await page.bringToFront();
  await page.keyboard.press("F6");
  await expect(page.getByRole("button", { name: "Done: Call the dentist" })).toBeFocused();
  await page.keyboard.press("Enter");
  for (const one of [page, tab, phone]) await expect(remindersOn(one).getByRole("listitem")).toHaveCount(0);
  expect((await person.tool("list_tasks", { view: "completed" })).total).toBe(1);
});

test("what was missed while away waits, all of it, and goes with one click", async ({ page, person }) => {
  for (const title of ["Water the plants", "Feed the cat", "Post the letter"]) await sound(person, title);
  await expect
    .poll(async () => (await person.ask("GET", "/api/reminders")).body)
    .toMatchObject({ notices: { length: 3 } });
  await page.goto("/tasks");
  const reminders = remindersOn(page);
  await expect(reminders.getByText("3 reminders")).toBeVisible();
  await expect(reminders.getByRole("listitem")).toHaveCount(1);
  await reminders.getByRole("button", { name: "Show all" }).click();
  await expect(reminders.getByRole("listitem")).toHaveCount(3);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await reminders.getByRole("button", { name: "Dismiss Feed the cat" }).click();
  await expect(reminders.getByRole("listitem")).toHaveCount(2);
  await reminders.getByRole("button", { name: "Dismiss all" }).click();
  await expect(reminders.getByRole("listitem")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Add a task" })).toBeVisible();
  expect((await person.ask("GET", "/api/reminders")).body).toEqual({ notices: [], more: 0 });
});

test("the settings decide what reminds, say what this browser does, and can be tried out", async ({
  page,
  context,
  person,
  guard,
}) => {
  // What the browser of the tests says when it is asked for a push service.
  guard.expectProblems(/Push API in incognito/);
  await context.grantPermissions(["notifications"]);
  await page.goto("/settings");
  const settings = page.getByRole("region", { name: "Reminders" });
  await settings.getByLabel("Remind me of tasks that have a time").selectOption("30 minutes before");
  await settings.getByLabel("Also remind me of days without a time").click();
  await settings.getByLabel("My morning is at").fill("08:15");
  await settings.getByLabel("My morning is at").blur();
  await expect
    .poll(async () => (await person.ask("GET", "/api/me")).body)
    .toMatchObject({ settings: { reminders: { minutes: 30, wholeDays: true, dayTime: "08:15", summary: null } } });

  await expect(settings.getByText("This browser shows reminders while Docket is open in a tab.")).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await settings.getByRole("button", { name: "Also when Docket is closed" }).click();
  await expect(settings.getByText("Its push service can't be reached from here")).toBeVisible();
  await settings.getByRole("button", { name: "Send a test notification" }).click();
  await expect(settings.getByText("This page showed one.")).toBeVisible();
  const shown = () =>
    page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title }) => title),
    );
  expect(await shown()).toEqual(["Docket can show notifications"]);

  // A summary's link that is not whole.
  await page.goto("/unsubscribe?token=abc");
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("with no page open a push message becomes a notification, and its answer counts everywhere", async ({
  page,
  context,
  person,
}) => {
  const service = await startPushService();
  const { keys, open } = makeBrowser();
  await context.grantPermissions(["notifications"]);
  await page.goto("/settings");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  // A browser without a screen has no push service: this subscription leads to one of the test, which hands on what it was given.
  const subscribed = await person.ask("POST", "/api/push", { endpoint: service.endpoint("browser"), keys });
  expect(subscribed.status, subscribed.text).toBe(204);
  await page.goto("about:blank");

  await sound(person, "Fetch the parcel");
  await expect.poll(() => service.received.length).toBe(1);
  const text = open(service.received[0]?.body ?? Buffer.alloc(0));
  expect(JSON.parse(text)).toMatchObject({ title: "Fetch the parcel", body: "Due tomorrow at 15:00" });
  const worker = await deliver(context, page, person.baseURL, text);
  const shown = () =>
    worker.evaluate(async () => {
      // The worker's own global, which the types of a page don't know.
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
      return (await registration.getNotifications()).map(({ title, body }) => `${title}: ${body}`);
    });
  await expect.poll(shown).toEqual(["Fetch the parcel: Due tomorrow at 15:00"]);

  await worker.evaluate(async () => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await registration.getNotifications();
    const Click = Reflect.get(self, "NotificationEvent") as new (type: string, init: object) => Event;
    self.dispatchEvent(new Click("notificationclick", { notification, action: "snooze" }));
  });
  await expect.poll(async () => (await person.ask("GET", "/api/reminders")).body).toEqual({ notices: [], more: 0 });
  await expect.poll(shown).toEqual([]);
  await service.close();
});

/** What a push service does in the end: the browser wakes the worker with the message. */
async function deliver(context: BrowserContext, page: Page, origin: string, data: string) {
  const browser = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(origin));
      if (first) resolve(first.registrationId);
    }),
  );
  await browser.send("ServiceWorker.enable");
  await browser.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registered, data });
  const [worker] = context.serviceWorkers();
  return worker ?? context.waitForEvent("serviceworker");
}
