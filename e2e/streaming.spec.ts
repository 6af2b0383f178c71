import { randomUUID } from "node:crypto";
import { callsOf, scripted, withFakeModel } from "./fake-model";
import { chatOn, expect, required, test } from "./fixtures";
import { heard, read } from "./people";

// A slow model makes the middle of a reply long enough to be seen.
test.use(withFakeModel);

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(" ");
const whole = words(160);

test("a reload in the middle of a reply loses and repeats nothing", async ({ page, chat }) => {
  await chat.open();
  await chat.send(scripted("slow").text);
  await expect(chat.reply).toContainText(/word5\b/);
  await page.reload();
  await expect(chat.reply).toContainText(/word5\b/);
  await expect(chat.stop).toBeVisible();
  await expect(chat.reply).toContainText("word160", { timeout: 30_000 });
  await chat.settled();
  expect((await chat.reply.innerText()).match(/word\d+/g)?.join(" ")).toBe(whole);
  await page.reload();
  await expect(chat.reply).toContainText("word160");
  expect((await chat.reply.innerText()).match(/word\d+/g)?.join(" ")).toBe(whole);
});

test("a closed tab changes nothing for the reply", async ({ page, context, chat }) => {
  await chat.open();
  const { text, key } = scripted("slow");
  await chat.send(text);
  await expect(chat.reply).toContainText(/word3\b/);
  const address = page.url();
  await page.close();
  const later = await context.newPage();
  await later.goto(address);
  await expect(chatOn(later).reply).toContainText(whole, { timeout: 30_000 });
  expect((await callsOf(key)).calls).toBe(1);
});

test("two tabs stream the same reply, and the other one can stop it", async ({ page, context, chat, person }) => {
  await chat.open();
  await chat.send(scripted("endless").text);
  await expect(chat.reply).toContainText(/word3\b/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(chatOn(second).reply).toContainText(/word8\b/);
  await chatOn(second).stop.click();
  await chat.settled();
  await expect(chat.reply).toContainText(/stopped/i);
  await expect(chat.reply).not.toContainText(/word160\b/);
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
