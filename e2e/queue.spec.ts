import { addScript, scripted, withFakeModel } from "./fake-model";
import { words } from "./fake-openai/scripts";
import { type Chat, chatOn, expect, required, test } from "./fixtures";
import type { Person } from "./people";

test.use(withFakeModel);

const written = (chat: Chat) => chat.main.getByRole("article", { name: "You", exact: true });
const waiting = (chat: Chat) => chat.main.getByRole("region", { name: "Waiting messages" });
const waits = (chat: Chat) => waiting(chat).getByRole("listitem");
const queue = (chat: Chat) => chat.main.getByRole("button", { name: "Queue", exact: true });

async function questions(chat: Chat, person: Person) {
  const conversationId = required(chat.main.page().url().split("/").at(-1));
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  const { messages } = answer.body as { messages: { role: string; content: string }[] };
  return messages.flatMap(({ role, content }) => (role === "USER" ? [content.replace(/\[\[.*/, "").trim()] : []));
}

const hello = (words: string) => `${words} ${scripted("hello").text.replace("Please help. ", "")}`;
/** Long enough for a busy machine to write more messages meanwhile. */
const slow = async () =>
  scripted(await addScript({ steps: [{ text: words(100), pieceLength: 6, pauseMs: 450 }] })).text;

async function put(chat: Chat, text: string) {
  await chat.message.fill(text);
  await queue(chat).click();
  await expect(chat.message).toHaveValue("");
}

test("what is sent while a reply runs waits, and goes out in order; one is taken back, another removed", async ({
  page,
  chat,
  person,
}) => {
  test.slow();
  await chat.open();
  await chat.send(await slow());
  await expect(chat.reply).toContainText("word2");
  await put(chat, hello("one"));
  await put(chat, hello("two"));
  await put(chat, "three");
  await put(chat, "four");
  await expect(waits(chat)).toHaveText([/one/, /two/, /three/, /four/]);
  await expect(chat.stop).toBeVisible();
  await waits(chat).nth(2).getByRole("button", { name: "Edit this message" }).click();
  await expect(chat.message).toHaveValue("three");
  await page.reload();
  await expect(waits(chat)).toHaveText([/one/, /two/, /four/]);
  await expect(chat.message).toHaveValue("three");
  await waits(chat).nth(2).getByRole("button", { name: "Remove this message" }).click();
  await expect(waits(chat)).toHaveText([/one/, /two/]);
  await expect(written(chat)).toHaveCount(3, { timeout: 120_000 });
  await chat.settled();
  await expect(waiting(chat)).toHaveCount(0);
  expect((await questions(chat, person)).slice(1)).toEqual(["one", "two"]);
  await expect(chat.message).toHaveValue("three");
});

test("after a stop what waits asks first", async ({ page, chat, person }) => {
  await chat.open();
  await chat.send(scripted("endless").text);
  await expect(chat.reply).toContainText("word2");
  await put(chat, hello("one"));
  await put(chat, hello("two"));
  await chat.stop.click();
  await expect(waiting(chat)).toContainText("The reply was stopped");
  await page.reload();
  await expect(waiting(chat)).toContainText("The reply was stopped");
  expect(await questions(chat, person)).toHaveLength(1);
  await waiting(chat).getByRole("button", { name: "Send now" }).click();
  await expect(written(chat)).toHaveCount(3);
  await chat.settled();
  expect((await questions(chat, person)).slice(1)).toEqual(["one", "two"]);
});

test("an open question is not answered by what was written before it", async ({ chat, person }) => {
  await chat.open();
  const asks = await addScript({
    steps: [{ text: `${words(30)} Which one do you mean?`, pieceLength: 6, pauseMs: 450 }],
  });
  await chat.send(scripted(asks).text);
  await expect(chat.reply).toContainText("word2");
  await put(chat, hello("later"));
  await expect(waiting(chat)).toContainText("Docket has asked something", { timeout: 40_000 });
  await chat.message.fill(hello("the first"));
  await chat.message.press("Enter");
  await expect(written(chat)).toHaveText([/script:own/, /the first/, /later/]);
  await expect(waiting(chat)).toHaveCount(0);
  await chat.settled();
  expect((await questions(chat, person)).slice(1)).toEqual(["the first", "later"]);
});

test("two tabs have the same queue, and send it once", async ({ page, context, chat, person }) => {
  test.slow();
  await chat.open();
  await chat.send(await slow());
  await expect(page).toHaveURL(/\/chat\//);
  await put(chat, hello("one"));
  await put(chat, hello("two"));
  const second = chatOn(await context.newPage());
  await second.open(new URL(page.url()).pathname);
  await expect(waits(second)).toHaveText([/one/, /two/]);
  for (const tab of [chat, second]) {
    await expect(written(tab)).toHaveCount(3, { timeout: 120_000 });
    await tab.settled();
    await expect(waiting(tab)).toHaveCount(0);
  }
  expect((await questions(chat, person)).slice(1)).toEqual(["one", "two"]);
});

test("F25 · what is sent offline waits, and goes out once when the connection is back", async ({
  page,
  context,
  chat,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await chat.open();
  await chat.say(hello("before"));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/chat")) sent.push(request.postDataJSON().messageId);
  });
  await context.setOffline(true);
  await expect(chat.main.getByText("You are offline.")).toBeVisible();
  for (const text of ["one", "two"]) {
    await chat.message.fill(hello(text));
    await chat.message.press("Enter");
  }
  await chat.message.fill("half a thought");
  await expect(waits(chat)).toHaveText([/one/, /two/]);
  expect(sent).toEqual([]);
  await context.setOffline(false);
  await expect(written(chat)).toHaveCount(3);
  await chat.settled();
  await expect(chat.main.getByText("You are offline.")).toHaveCount(0);
  expect(new Set(sent).size).toBe(2);
  expect(await questions(chat, person)).toEqual(["before", "one", "two"]);
  await expect(chat.message).toHaveValue("half a thought");
});

test("F25 · the first message of a conversation waits over a reload, too, and is sent once", async ({
  page,
  chat,
  person,
  guard,
}) => {
  guard.expectProblems(/ERR_FAILED/);
  await page.route("**/api/chat", (route) => route.abort());
  await chat.open();
  await chat.message.fill(hello("first"));
  await chat.message.press("Enter");
  await expect(chat.main.getByText("No answer from the server.")).toBeVisible();
  await expect(waits(chat)).toHaveText([/first/]);
  await expect(chat.message).toHaveValue("");
  await page.reload();
  await expect(waits(chat)).toHaveText([/first/]);
  await page.unroute("**/api/chat");
  await expect(page).toHaveURL(/\/chat\//, { timeout: 40_000 });
  await chat.settled();
  await expect(written(chat)).toHaveText(/first/);
  await expect(waiting(chat)).toHaveCount(0);
  expect(await questions(chat, person)).toEqual(["first"]);
  await page.goto("/");
  await expect(chat.message).toBeEditable();
  await expect(waiting(chat)).toHaveCount(0);
  await expect(chat.message).toHaveValue("");
});

test("when the session has ended, signing in again finds everything in its place; nobody else sees it", async ({
  page,
  chat,
  person,
  secondPerson,
  guard,
}) => {
  guard.expectProblems(/401/);
  await chat.open();
  await chat.say(hello("before"));
  const address = page.url();
  await chat.message.press("ArrowUp");
  await chat.main.getByRole("textbox", { name: "New wording" }).fill("before, but better");
  await chat.message.fill("typed");
  await person.ask("DELETE", "/api/session");
  const signIn = async (who: Person) => {
    await expect(page).toHaveURL(/\/login\?next=/);
    await page.getByLabel("E-mail").fill(who.email);
    await page.getByLabel("Password").fill(who.password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn(person);
  await expect(page).toHaveURL(address);
  await expect(chat.message).toHaveValue("typed");
  await expect(chat.main.getByRole("textbox", { name: "New wording" })).toHaveValue("before, but better");
  // Away first: a page whose session is gone leaves by itself.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto("/login?next=/");
  await signIn(secondPerson);
  await expect(chat.message).toHaveValue("");
  await expect(chat.main.getByText("before, but better")).toHaveCount(0);
});

test("a text that is too long stays, with how much too long it is", async ({ chat }) => {
  await chat.open();
  await chat.message.fill("x".repeat(10_123));
  await expect(chat.main.getByText("123 characters too many")).toBeVisible();
  const send = chat.main.getByRole("button", { name: "Send", exact: true });
  await expect(send).toBeEnabled();
  await send.click();
  await expect(chat.message).toHaveValue(/^x{10123}$/);
  await expect(chat.main.getByRole("article")).toHaveCount(0);
  await chat.message.fill("");
  await expect(send).toBeDisabled();
});
