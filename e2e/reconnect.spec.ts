import { connect, createServer, type Socket } from "node:net";
import type { Page } from "@playwright/test";
import { addScript, scripted, withFakeModel } from "./fake-model";
import { words } from "./fake-openai/scripts";
import { type Chat, chatOn, expect, required, test } from "./fixtures";
import { browserCookies, type Person } from "./people";

test.use(withFakeModel);

const whole = words(80);
const slow = () => addScript({ steps: [{ text: whole, pieceLength: 6, pauseMs: 100 }] });

const lost = (chat: Chat) => chat.main.getByRole("status").filter({ hasText: "connecting again" });
const wordsOf = async (chat: Chat) => (await chat.reply.innerText()).match(/word\d+/g)?.join(" ");

async function messagesOf(page: Page, person: Person) {
  const conversationId = required(page.url().split("/").at(-1));
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  return (answer.body as { messages: { role: string; content: string }[] }).messages;
}

test("offline in the middle of a reply, the page says so, and online it goes on where it was", async ({
  page,
  context,
  chat,
  guard,
}) => {
  guard.expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await chat.open();
  await chat.send(scripted(await slow()).text);
  await expect(chat.reply).toContainText(/word5\b/);
  await context.setOffline(true);
  await expect(lost(chat)).toBeVisible();
  await expect(chat.stop).toBeVisible();
  await chat.message.fill("typed meanwhile");
  await context.setOffline(false);
  await expect(lost(chat)).toBeHidden();
  await expect(chat.reply).toContainText("word80", { timeout: 30_000 });
  await chat.settled();
  expect(await wordsOf(chat)).toBe(whole);
  await expect(chat.message).toHaveValue("typed meanwhile");
  await page.reload();
  await expect(chat.reply).toContainText("word80");
  expect(await wordsOf(chat)).toBe(whole);
});

test("a reply that ended while the page was offline is shown whole", async ({ context, chat, person, page, guard }) => {
  guard.expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await chat.open();
  await chat.send(scripted(await slow()).text);
  await expect(chat.reply).toContainText(/word5\b/);
  await context.setOffline(true);
  await expect(lost(chat)).toBeVisible();
  await expect.poll(async () => (await messagesOf(page, person)).at(-1)?.content, { timeout: 30_000 }).toBe(whole);
  await context.setOffline(false);
  await chat.settled();
  expect(await wordsOf(chat)).toBe(whole);
  await expect(lost(chat)).toBeHidden();
});

test("F26 · a line that nobody hangs up but nothing comes through is replaced, from the last event", async ({
  browser,
  person,
}) => {
  const line = await lineTo(new URL(person.baseURL));
  const context = await browser.newContext({ baseURL: line.url });
  await context.addCookies(browserCookies(person));
  const page = await context.newPage();
  await page.clock.install();
  const chat = chatOn(page);
  await chat.open();
  await chat.send(scripted(await slow()).text);
  await expect(chat.reply).toContainText(/word5\b/);
  const asked: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/stream?")) asked.push(request.headers()["last-event-id"]);
  });
  expect(line.swallow("POST /api/chat")).toBe(1);
  const silence = await wordsOf(chat);
  await page.clock.fastForward(30_000);
  expect(asked).toEqual([]);
  await page.clock.fastForward(6_000);
  await expect(chat.reply).toContainText("word80", { timeout: 30_000 });
  await chat.settled();
  expect(await wordsOf(chat)).toBe(whole);
  expect(whole.startsWith(required(silence))).toBe(true);
  expect(asked).toHaveLength(1);
  expect(Number(asked[0])).toBeGreaterThan(1_000_000);
  await context.close();
  await line.close();
});

for (const status of [503, 429]) {
  test(`a message that is answered ${status} stays in the box, also after a reload, and is sent once`, async ({
    page,
    chat,
    person,
    guard,
  }) => {
    guard.expectProblems(new RegExp(String(status)));
    const detail = "Not just now. Try again in a moment.";
    const problem = { status, contentType: "application/problem+json", body: JSON.stringify({ detail }) };
    const ids: string[] = [];
    await page.route("**/api/chat", (route) => {
      ids.push(route.request().postDataJSON().messageId);
      return ids.length < 3 ? route.fulfill(problem) : route.continue();
    });
    const { text } = scripted("hello");
    const refused = async () => {
      await chat.message.press("Enter");
      await expect(chat.main.getByRole("alert").filter({ hasText: detail })).toBeVisible();
      await expect(chat.message).toHaveValue(text);
      await expect(chat.main.getByRole("article")).toHaveCount(0);
      await expect(page).toHaveURL(/\/$/);
    };
    await chat.open();
    await chat.message.fill(text);
    await refused();
    await refused();
    await page.reload();
    await expect(chat.message).toHaveValue(text);
    await chat.message.press("Enter");
    await expect(chat.reply).toContainText("Hello from the pretended model.");
    await expect(chat.message).toHaveValue("");
    expect(new Set(ids).size).toBe(1);
    expect((await messagesOf(page, person)).map(({ role }) => role)).toEqual(["USER", "ASSISTANT"]);
    await page.reload();
    await expect(chat.message).toHaveValue("");
  });
}

test("a message that arrived although its answer was lost is shown once, and leaves the box", async ({
  page,
  chat,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED/);
  await chat.open();
  await chat.say(scripted("hello").text);
  await page.route("**/api/chat", async (route) => {
    await route.fetch();
    await route.abort();
  });
  const { text } = scripted("hello");
  await chat.message.fill(text);
  await chat.message.press("Enter");
  await expect.poll(async () => (await messagesOf(page, person)).length).toBe(4);
  await expect(chat.main.getByRole("article", { name: "Docket", exact: true })).toHaveCount(2);
  await chat.settled();
  await expect(chat.message).toHaveValue("");
  await expect(chat.main.getByText(/may not have arrived/)).toHaveCount(0);
  expect(await messagesOf(page, person)).toHaveLength(4);
});

test("a first message that arrived unknown to its page is found after a reload", async ({
  page,
  chat,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_|503/);
  await page.route("**/api/events", (route) => route.abort());
  await page.route("**/api/chat", async (route) => {
    await route.fetch();
    await route.abort();
  });
  const { text } = scripted("hello");
  await chat.open();
  await chat.message.fill(text);
  await chat.message.press("Enter");
  await expect(chat.main.getByText(/No answer from the server/)).toBeVisible();
  await expect(chat.main.getByRole("region", { name: "Waiting messages" })).toContainText(text);
  await expect(chat.message).toHaveValue("");
  await page.reload();
  await expect(page).toHaveURL(/\/chat\//);
  await expect(chat.reply).toContainText("Hello from the pretended model.");
  await expect(chat.message).toHaveValue("");
  expect(await messagesOf(page, person)).toHaveLength(2);
});

/** A line to the server that can be made to swallow what comes back on every connection that carries such a request. */
async function lineTo(server: URL) {
  const requests = new Map<Socket, string>();
  const swallowed = new Set<Socket>();
  const listener = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    client.on("data", (bytes) => {
      // The body of a request may come by itself.
      const [begin] = /^[A-Z]+ \S+/.exec(bytes.toString("latin1")) ?? [requests.get(client) ?? ""];
      requests.set(client, begin);
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => swallowed.has(client) || client.write(bytes));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on("close", () => other.destroy());
      one.on("error", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    /** How many lines are dead from now on. */
    swallow: (request: string) => {
      for (const [client, begin] of requests) if (begin === request && !client.destroyed) swallowed.add(client);
      return swallowed.size;
    },
    close: async () => {
      for (const client of requests.keys()) client.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
