import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { addScript, callsOf, scripted, withFakeModel } from "./fake-model";
import { words } from "./fake-openai/scripts";
import { chatOn, expect, required, test } from "./fixtures";
import { heard, read } from "./people";

// A slow model makes the middle of a reply long enough to be seen.
test.use(withFakeModel);

const whole = words(160);

/** The words of a reply as the page shows them; the last one may still be growing. */
const shownWords = async (reply: Locator) => (await reply.innerText()).match(/word\d+/g)?.slice(0, -1) ?? [];

test("F1 · a closed tab changes nothing for the reply", async ({ page, context, chat }) => {
  await chat.open();
  const { text, key } = scripted("slow");
  await chat.send(text);
  await expect(chat.reply).toContainText(/word3\b/);
  const address = page.url();
  await page.close();
  const later = await context.newPage();
  await later.goto(address);
  await expect(chatOn(later).reply).toContainText(whole, { timeout: 30_000 });
  await expect(chatOn(later).stop).toBeHidden();
  expect((await callsOf(key)).calls).toBe(1);
});

test("F2 · a reload at ten points of one slow reply loses and repeats nothing", async ({ page, chat, person }) => {
  // The reply is longer than ten reloads take on a busy machine; it is stopped at the end.
  test.setTimeout(300_000);
  const script = await addScript({ steps: [{ text: words(800), pieceLength: 6, pauseMs: 350 }] });
  await chat.open();
  await chat.send(scripted(script).text);
  let before = 3;
  for (let point = 0; point < 10; point++) {
    await expect(chat.reply).toContainText(new RegExp(`word${before + 3}\\b`));
    const shown = await shownWords(chat.reply);
    await page.reload();
    await expect(chat.reply).toContainText(`${words(shown.length)} `);
    await expect(chat.stop).toBeVisible();
    const again = await shownWords(chat.reply);
    expect(again.join(" ")).toBe(words(again.length));
    before = again.length;
  }
  await chat.stop.click();
  await chat.settled();
  const { messages } = (await person.ask("GET", `/api/conversations/${page.url().split("/").at(-1)}/messages`))
    .body as { messages: { content: string }[] };
  const stored = required(messages.at(-1)?.content.match(/word\d+/g) ?? undefined);
  expect(stored.slice(0, -1).join(" ")).toBe(words(stored.length - 1));
  const text = async () => (await chat.reply.innerText()).match(/word\d+/g);
  expect(await text()).toEqual(stored);
  await page.reload();
  await expect(chat.reply).toContainText(/stopped/i);
  await expect(chat.stop).toBeHidden();
  expect(await text()).toEqual(stored);
});

test("F3 · two tabs that send at the same moment make one turn; the other message waits, and both show the reply", async ({
  page,
  context,
  chat,
  person,
  guard,
}) => {
  guard.expectProblems(/409/);
  await chat.open();
  await chat.say(scripted("hello").text);
  const second = chatOn(await context.newPage());
  await second.open(new URL(page.url()).pathname);
  const tabs = [chat, second];
  const script = await addScript({ steps: [{ text: whole, pieceLength: 6, pauseMs: 300 }] });
  for (const [at, tab] of tabs.entries()) await tab.message.fill(`From tab ${at}. ${scripted(script).text}`);
  await Promise.all(tabs.map((tab) => tab.message.press("Enter")));
  for (const tab of tabs) {
    await expect(tab.reply).toContainText(/word3\b/);
    await expect(tab.stop).toBeVisible();
  }
  for (const tab of tabs) {
    await expect(tab.message).toHaveValue("");
    await expect(tab.main.getByRole("region", { name: "Waiting messages" })).toContainText("From tab");
  }
  await second.stop.click();
  for (const tab of tabs) await expect(tab.stop).toBeHidden();
  const answer = await person.ask("GET", `/api/conversations/${page.url().split("/").at(-1)}/messages`);
  const { messages } = answer.body as { messages: { role: string; status: string }[] };
  expect(messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
    "USER COMPLETED",
    "ASSISTANT COMPLETED",
    "USER COMPLETED",
    "ASSISTANT STOPPED",
  ]);
});

test("F3 · of two sends at the same moment one is taken, every time", async ({ person }) => {
  for (let round = 0; round < 10; round++) {
    const conversationId = randomUUID();
    const send = () => {
      const body = {
        conversationId,
        messageId: randomUUID(),
        text: scripted("endless").text,
        timeZone: "Europe/Paris",
      };
      return person.open("POST", "/api/chat", body);
    };
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const reply = both.map(({ headers }) => headers.get("x-docket-reply")).find((id) => id !== null);
    await person.ask("POST", `/api/chat/${conversationId}/stop`, { reply });
    await Promise.all(both.map((response) => response.text()));
  }
});

test("F4 · a second device sees a reply begin, and can stop it", async ({ page, chat, person, device }) => {
  await chat.open();
  await chat.say(scripted("hello").text);
  const second = chatOn(await device(person));
  await second.open(new URL(page.url()).pathname);
  await expect(second.reply).toContainText("Hello from the pretended model.");
  const began = Date.now();
  await chat.send(scripted("endless").text);
  await expect(second.stop).toBeVisible({ timeout: 5_000 });
  test
    .info()
    .annotations.push({ type: "milliseconds until the second device saw it", description: `${Date.now() - began}` });
  await expect(second.reply).toContainText(/word5\b/);
  await second.stop.click();
  await chat.settled();
  await expect(chat.reply).toContainText(/stopped/i);
  await expect(chat.reply).not.toContainText(/word160\b/);
  await expect(second.reply).toContainText(/stopped/i);
  const conversationId = required(page.url().split("/").at(-1));
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  expect((answer.body as { messages: object[] }).messages.at(-1)).toMatchObject({ status: "STOPPED" });
});

test("stopping leaves what was done, says what was, and the next message works", async ({ page, chat, person }) => {
  await chat.open();
  await chat.send(scripted("task-then-slow").text);
  await expect(chat.reply).toContainText(/word3\b/);
  await chat.stop.click();
  await chat.settled();
  await expect(chat.reply).toContainText(/stopped/i);
  await chat.showAllTasks();
  await expect(chat.tasks.getByText("Water the plants")).toBeVisible();
  await page.reload();
  await expect(chat.reply).toContainText(/stopped/i);
  await chat.say(scripted("hello").text);
  await expect(chat.reply).toContainText("Hello from the pretended model.");
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});

test("while a reply runs, a second message is refused and names the reply", async ({ person }) => {
  const conversationId = randomUUID();
  const body = (text: string) => ({ conversationId, messageId: randomUUID(), text, timeZone: "Europe/Paris" });
  const running = await person.open("POST", "/api/chat", body(scripted("slow").text));
  const refused = await person.ask("POST", "/api/chat", body("and another thing"));
  expect(refused.status, refused.text).toBe(409);
  expect(refused.text).toContain(running.headers.get("x-docket-reply"));
  await person.ask("POST", `/api/chat/${conversationId}/stop`, { reply: running.headers.get("x-docket-reply") });
  await running.text();
});

test("the tail of a reply begins after the event that was seen last", async ({ person }) => {
  const conversationId = randomUUID();
  const body = { conversationId, messageId: randomUUID(), text: scripted("brisk").text, timeZone: "Europe/Paris" };
  const running = await person.open("POST", "/api/chat", body);
  const reply = required(running.headers.get("x-docket-reply") ?? undefined);
  const first = await read(running);
  const path = `/api/chat/${conversationId}/stream?reply=${reply}`;
  const again = await person.ask("GET", path);
  expect(heard(again).text).toBe(heard(first).text);
  expect(heard(first).text).toBe(words(80));
  const ids = [...first.text.matchAll(/^id: ?(.+)$/gm)].map((found) => found[1] ?? "");
  const middle = required(ids[Math.floor(ids.length / 2)]);
  const rest = await person.ask("GET", path, undefined, { "last-event-id": middle });
  const before = first.text.slice(0, first.text.indexOf(`id: ${middle}`));
  expect(rest.text.length).toBeLessThan(first.text.length);
  expect(before.length).toBeGreaterThan(0);
  expect(words(80).endsWith(heard(rest).text)).toBe(true);
});

test("nobody else can read or stop a reply while it is written", async ({ person, secondPerson }) => {
  const conversationId = randomUUID();
  const body = { conversationId, messageId: randomUUID(), text: scripted("slow").text, timeZone: "Europe/Paris" };
  const running = await person.open("POST", "/api/chat", body);
  const reply = required(running.headers.get("x-docket-reply") ?? undefined);
  const stop = await secondPerson.ask("POST", `/api/chat/${conversationId}/stop`, { reply });
  const read = await secondPerson.ask("GET", `/api/chat/${conversationId}/stream?reply=${reply}`);
  expect([stop.status, read.status, read.text]).toEqual([404, 204, ""]);
  const own = await person.ask("POST", `/api/chat/${conversationId}/stop`, { reply });
  expect(own.status).toBe(202);
  expect(await running.text()).not.toContain("word160");
});
