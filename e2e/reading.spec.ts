import type { Locator, Page } from "@playwright/test";
import { type Chat, expect, required, test } from "./fixtures";
import { browserCookies, type Person } from "./people";
import { grow } from "./rows";

const scroller = (chat: Chat) => chat.main.locator("[data-scroller]");
const written = (chat: Chat) => chat.main.getByRole("article", { name: "You", exact: true });
const thought = (chat: Chat, number: number) => chat.main.getByText(`Thought number ${number}`, { exact: true });
const toNewest = (chat: Chat) => chat.main.getByRole("button", { name: "To the newest message" });

const often = { intervals: [50] };

/** Where it stands on the screen, once nothing moves any more. */
async function topOf(message: Locator): Promise<number> {
  const top = () => message.evaluate((element) => element.getBoundingClientRect().top);
  let [last, now] = [await top(), Number.NaN];
  await expect
    .poll(async () => {
      [last, now] = [now, await top()];
      return last === now;
    }, often)
    .toBe(true);
  return now;
}

/** A talk of `count` messages, open at its newest. */
async function longTalk(person: Person, chat: Chat, count: number) {
  const { conversationId } = await person.say("add buy milk");
  await grow(conversationId, count - 4);
  await person.say("add call mum", conversationId);
  await chat.open(`/chat/${conversationId}`);
  await expect(chat.main.getByText("add call mum", { exact: true })).toBeInViewport();
  return conversationId;
}

/** Lets what is asked of the messages before wait until it is told to go on. */
async function held(page: Page) {
  const go = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.route(/\/messages\?before=/, async (route) => {
    asked.resolve();
    await go.promise;
    await route.continue();
  });
  return { asked: asked.promise, go: () => go.resolve() };
}

test("older messages come by themselves as one scrolls up, and what is being read stays where it is", async ({
  page,
  person,
  chat,
}) => {
  await longTalk(person, chat, 200);
  await expect(written(chat)).toHaveCount(49);
  const { asked, go } = await held(page);
  await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
  await asked;
  const read = thought(chat, 151);
  await expect(read).toBeInViewport();
  const before = await topOf(read);
  go();
  await expect(written(chat)).toHaveCount(99);
  expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1);
  await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
  await expect(written(chat)).toHaveCount(149);
});

test("the button loads older messages by keyboard, also when the server did not answer the first time", async ({
  page,
  person,
  chat,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED|Failed to load resource/);
  await longTalk(person, chat, 120);
  await page.route(/\/messages\?before=/, (route) => route.abort(), { times: 1 });
  await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
  await expect(page.getByRole("status").getByText("No connection to the server")).toBeVisible();
  await expect(written(chat)).toHaveCount(49);
  const older = chat.main.getByRole("button", { name: "Show earlier messages" });
  await older.focus();
  await page.keyboard.press("Enter");
  await expect(written(chat)).toHaveCount(99);
});

test("archived messages come on demand, below a line that says what they are", async ({ person, chat }) => {
  test.slow();
  await longTalk(person, chat, 1_030);
  const archived = chat.main.getByRole("button", { name: "Show archived messages" });
  const shown = () => written(chat).count();
  for (let last = 0; !(await archived.isVisible()); last = await shown()) {
    await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(async () => (await archived.isVisible()) || (await shown()) > last, often).toBe(true);
  }
  await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
  await expect(thought(chat, 28)).toHaveCount(0);
  await expect(chat.main.getByText("Archived above")).toHaveCount(0);
  const first = thought(chat, 31);
  await expect(first).toBeInViewport();
  const before = await topOf(first);
  await archived.press("Enter");
  await expect(thought(chat, 28)).toHaveCount(1);
  expect(Math.abs((await topOf(first)) - before)).toBeLessThanOrEqual(1);
  await expect(chat.main.getByText("Archived above")).toBeVisible();
  await expect(archived).toHaveCount(0);
  await expect(written(chat).first()).toContainText("add buy milk");
});

test("who has scrolled up is not moved by what comes in, hears of it, and gets back with one press", async ({
  person,
  chat,
}) => {
  const conversationId = await longTalk(person, chat, 100);
  await expect(toNewest(chat)).toHaveCount(0);
  const read = thought(chat, 60);
  await read.scrollIntoViewIfNeeded();
  await expect(toNewest(chat)).toHaveText("To the newest message");
  const before = await topOf(read);
  await person.say("add feed the cat", conversationId);
  await expect(toNewest(chat)).toContainText("New below");
  expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1);
  await toNewest(chat).press("Enter");
  await expect(chat.main.getByText("add feed the cat", { exact: true })).toBeInViewport();
  await expect(toNewest(chat)).toHaveCount(0);
  await expect(chat.message).toBeFocused();
});

test("a conversation is found again where it was left", async ({ person, chat }) => {
  const other = await person.say("what can you do?");
  await longTalk(person, chat, 200);
  await scroller(chat).evaluate((element) => element.scrollTo(0, 0));
  await expect(written(chat)).toHaveCount(99);
  const read = thought(chat, 120);
  await read.scrollIntoViewIfNeeded();
  const before = await topOf(read);
  await chat.conversations.getByRole("link", { name: "What can you do" }).click();
  await expect(chat.main.getByText("what can you do?", { exact: true })).toBeVisible();
  await chat.conversations.getByRole("link", { name: "Add buy milk" }).click();
  await expect(read).toBeInViewport();
  expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1);
  await toNewest(chat).click();
  await chat.conversations.getByRole("link", { name: "What can you do" }).click();
  await expect(chat.main.getByText("what can you do?", { exact: true })).toBeVisible();
  await chat.conversations.getByRole("link", { name: "Add buy milk" }).click();
  await expect(chat.main.getByText("add call mum", { exact: true })).toBeInViewport();
  expect(other.text).not.toBe("");
});

test("each day has its name above its first message, by the person's calendar", async ({ page, person, chat }) => {
  const { conversationId } = await person.say("add buy milk");
  await person.say("add call mum", conversationId);
  const day = chat.main.getByRole("heading", { level: 2 });
  await chat.open(`/chat/${conversationId}`);
  await expect(day).toHaveText(["Today"]);
  const tomorrow = Date.now() + 86_400_000;
  await page.clock.setFixedTime(tomorrow);
  await page.reload();
  await expect(day).toHaveText(["Yesterday"]);
  await page.clock.setFixedTime(tomorrow + 7 * 86_400_000);
  await page.reload();
  await expect(day).toHaveText([/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d+ \w+$/]);
});

test("the end is in sight in the first picture, and stays so when the window shrinks", async ({
  page,
  person,
  chat,
  browser,
  baseURL,
}) => {
  const id = await longTalk(person, chat, 100);
  const end = chat.main.getByText("add call mum", { exact: true });
  await page.setViewportSize({ width: 1280, height: 420 });
  await expect(end).toBeInViewport();
  await page.setViewportSize({ width: 700, height: 500 });
  await expect(end).toBeInViewport();
  await expect(toNewest(chat)).toHaveCount(0);

  // Before any script of ours has run.
  const context = await browser.newContext({ baseURL: required(baseURL), javaScriptEnabled: false });
  await context.addCookies(browserCookies(person));
  const still = await context.newPage();
  await still.goto(`/chat/${id}`);
  await expect(still.getByRole("main", { name: "Chat" }).getByText("add call mum", { exact: true })).toBeInViewport();
  await context.close();
});

test("a conversation that is slow to open shows where its words will stand", async ({ page, person, chat }) => {
  await person.say("add buy milk");
  await chat.open();
  await chat.conversations.getByRole("link", { name: "Add buy milk" }).hover();
  const go = Promise.withResolvers<void>();
  await page.route(/\/chat\/.*_rsc=/, async (route) => {
    await go.promise;
    await route.continue();
  });
  await chat.conversations.getByRole("link", { name: "Add buy milk" }).click();
  const opening = page.getByRole("status").filter({ hasText: "Opening the conversation" });
  await expect(opening).toBeVisible();
  go.resolve();
  await expect(chat.main.getByText("add buy milk", { exact: true })).toBeVisible();
  await expect(opening).toHaveCount(0);
});
