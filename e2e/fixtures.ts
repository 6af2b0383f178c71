import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { type Guard, guardContext } from "./guard";
import { browserCookies, type Person, signUp, timeZone } from "./people";

export { expect };

type Fixtures = {
  /** A fresh account; the test's page is signed in with it. */
  person: Person;
  /** Another fresh account, signed in nowhere. */
  secondPerson: Person;
  guard: Guard;
  /** A browser of its own, guarded too: a second device. */
  device: (person: Person | null) => Promise<Page>;
  chat: Chat;
};

/** The chat as a person uses it. */
export type Chat = {
  open(path?: string): Promise<void>;
  /** Sends a message without waiting for the answer. */
  send(text: string): Promise<void>;
  /** Sends a message and waits until the reply has ended. */
  say(text: string): Promise<void>;
  /** Every message has its reply, and none is being written. */
  settled(): Promise<void>;
  /** Shows every open task in the pane, whatever its day. */
  showAllTasks(): Promise<void>;
  message: Locator;
  main: Locator;
  /** The newest reply, with its cards. */
  reply: Locator;
  stop: Locator;
  tasks: Locator;
  conversations: Locator;
};

export const test = base.extend<Fixtures>({
  timezoneId: timeZone,
  locale: "en-GB",

  guard: [
    async ({ context }, use) => {
      const guard = await guardContext(context);
      await use(guard);
      expect(guard.unexpected(), "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],

  person: async ({ baseURL, context }, use) => {
    const person = await signUp(required(baseURL));
    await context.addCookies(browserCookies(person));
    await use(person);
  },

  secondPerson: async ({ baseURL }, use) => {
    await use(await signUp(required(baseURL), { name: "Sam Second" }));
  },

  device: async ({ browser, baseURL }, use) => {
    const contexts: { context: BrowserContext; guard: Guard }[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: required(baseURL), timezoneId: timeZone, locale: "en-GB" });
      contexts.push({ context, guard: await guardContext(context) });
      if (person) await context.addCookies(browserCookies(person));
      return context.newPage();
    });
    for (const { context, guard } of contexts) {
      await context.close();
      expect(guard.unexpected(), "what the second browser complained about").toEqual([]);
    }
  },

  // Asks for the person, because nobody chats without an account.
  chat: async ({ page, person: _ }, use) => {
    await use(chatOn(page));
  },
});

export function chatOn(page: Page): Chat {
  const main = page.getByRole("main", { name: "Chat" });
  const message = page.getByRole("textbox", { name: "Message" });
  const written = main.getByRole("article", { name: "You", exact: true });
  const replies = main.getByRole("article", { name: "Docket", exact: true });
  const tasks = page.getByRole("complementary", { name: "Tasks" });
  const chat: Chat = {
    main,
    message,
    tasks,
    reply: replies.last(),
    stop: page.getByRole("button", { name: "Stop", exact: true }),
    conversations: page.getByRole("navigation", { name: "Conversations" }),
    open: async (path = "/") => {
      await page.goto(path);
      await expect(message).toBeEditable();
    },
    send: async (text) => {
      const before = await written.count();
      await message.fill(text);
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expect(written).toHaveCount(before + 1);
      await expect(written.last()).toContainText(text);
    },
    say: async (text) => {
      await chat.send(text);
      await chat.settled();
    },
    settled: async () => {
      await expect(chat.stop).toBeHidden({ timeout: 30_000 });
      await expect(replies).toHaveCount(await written.count());
    },
    showAllTasks: () => tasks.getByRole("button", { name: /^All\b/ }).click(),
  };
  return chat;
}

export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The Playwright configuration lacks a base address.");
  return value;
}
