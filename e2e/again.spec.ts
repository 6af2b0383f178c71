import { addScript, callsOf, scripted, withFakeModel } from "./fake-model";
import { words } from "./fake-openai/scripts";
import { type Chat, expect, required, test } from "./fixtures";
import type { Person } from "./people";

const createPlants = { name: "create_task", arguments: { title: "Water the plants" } };

const scripts = {
  /** Slow enough to be stopped, on a busy machine too. */
  slow: { steps: [{ text: words(160), pieceLength: 6, pauseMs: 150 }] },
  /** Breaks the first time that it is asked. */
  broken: {
    steps: [
      { text: words(40), pieceLength: 6, pauseMs: 20, fault: { kind: "break" as const, afterPieces: 6, times: 1 } },
    ],
  },
  /** Makes a task and breaks; told to go on or asked again, it obeys, and asks for the same call again. */
  brokenAfterTask: {
    steps: [
      { calls: [createPlants] },
      { text: words(40), pieceLength: 6, pauseMs: 20, fault: { kind: "break" as const, afterPieces: 6, times: 2 } },
    ],
  },
};

const written = (chat: Chat) => chat.main.getByRole("article", { name: "You", exact: true });
const replies = (chat: Chat) => chat.main.getByRole("article", { name: "Docket", exact: true });
const button = (chat: Chat, name: string) => chat.main.getByRole("button", { name, exact: true });
const earlier = (chat: Chat) => chat.main.getByRole("group").filter({ hasText: /^Earlier answer/ });

type Stored = { id: string; role: string; status: string; content: string; replacesId: string | null };

async function stored(chat: Chat, person: Person): Promise<Stored[]> {
  const conversationId = required(chat.main.page().url().split("/").at(-1));
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  return (answer.body as { messages: Stored[] }).messages;
}

/** Sends a message to which the model breaks off, and waits for the sentence. */
async function brokenReply(chat: Chat, script: keyof typeof scripts) {
  const { text, key } = scripted(await addScript(scripts[script]));
  await chat.open();
  await chat.send(text);
  await expect(chat.reply.getByRole("note")).toContainText(/broke off/, { timeout: 30_000 });
  return key;
}

test.describe("with a model that can be stopped and broken", () => {
  test.use(withFakeModel);

  test("a stopped reply is continued below it, and the composer stops that one too", async ({ chat, person }) => {
    await chat.open();
    await chat.send(scripted(await addScript(scripts.slow)).text);
    await expect(chat.reply).toContainText(/word3\b/);
    await expect(button(chat, "Continue")).toHaveCount(0);
    await chat.stop.click();
    await button(chat, "Continue").click();
    await expect(replies(chat)).toHaveCount(2);
    await expect(replies(chat).first()).toContainText(/word3\b/);
    await expect(chat.reply).toContainText(/word5\b/);
    await expect(button(chat, "Continue")).toHaveCount(0);
    await chat.stop.click();
    await expect(chat.reply).toContainText(/stopped/i);
    await expect(chat.stop).toBeHidden();
    await expect(written(chat)).toHaveCount(1);
    expect((await stored(chat, person)).map(({ role, status }) => `${role} ${status}`)).toEqual([
      "USER COMPLETED",
      "ASSISTANT STOPPED",
      "ASSISTANT STOPPED",
    ]);
    await expect(button(chat, "Continue")).toHaveCount(1);
  });

  test("a reply that broke off is continued below it, and both are there after a reload", async ({ page, chat }) => {
    await brokenReply(chat, "broken");
    await button(chat, "Continue").click();
    await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
    await expect(chat.stop).toBeHidden();
    await page.reload();
    await expect(replies(chat)).toHaveCount(2);
    await expect(written(chat)).toHaveCount(1);
    await expect(replies(chat).first().getByRole("note")).toContainText(/broke off/);
    await expect(chat.reply).toContainText(words(40));
    await expect(button(chat, "Continue")).toHaveCount(0);
  });

  test("a reply that is tried again gives way, and the earlier answer can be read", async ({ page, chat, person }) => {
    await brokenReply(chat, "broken");
    await button(chat, "Try again").click();
    await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
    await expect(chat.stop).toBeHidden();
    await page.reload();
    await expect(replies(chat)).toHaveCount(1);
    await expect(chat.main.getByText(/broke off/)).toHaveCount(0);
    await chat.main.getByText("Earlier answer").click();
    await expect(earlier(chat)).toContainText("word1");
    await expect(earlier(chat)).toContainText(/broke off/);
    await expect(earlier(chat).getByRole("button")).toHaveCount(0);
    const [, first, second] = await stored(chat, person);
    expect(second?.replacesId).toBe(first?.id);
  });

  for (const how of ["Continue", "Try again"]) {
    test(`${how}: a task that the broken reply had made is not made again by a model that asks for it`, async ({
      chat,
      person,
    }) => {
      const key = await brokenReply(chat, "brokenAfterTask");
      await button(chat, how).click();
      await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
      await expect(chat.stop).toBeHidden();
      await expect(chat.reply.getByRole("article")).toContainText("Water the plants");
      expect((await callsOf(key)).calls).toBe(4);
      expect((await person.tool("list_tasks", {})).total).toBe(1);
      // The repeated call shows the change that was made, and its way back.
      await chat.reply.getByRole("button", { name: "Undo", exact: true }).click();
      await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(0);
      await expect(chat.reply.getByRole("button", { name: "Redo", exact: true })).toBeVisible();
    });
  }

  test("a double click is one reply", async ({ chat, person }) => {
    const key = await brokenReply(chat, "broken");
    await button(chat, "Continue").dblclick();
    await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
    await expect(chat.stop).toBeHidden();
    expect(await stored(chat, person)).toHaveLength(3);
    expect((await callsOf(key)).calls).toBe(2);
  });

  test("when the answer is lost on its way, the reply is there once, and shown", async ({
    page,
    chat,
    person,
    guard,
  }) => {
    guard.expectProblems(/ERR_FAILED/);
    await brokenReply(chat, "broken");
    await page.route("**/again", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await button(chat, "Continue").click();
    await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
    await expect(chat.stop).toBeHidden();
    expect(await stored(chat, person)).toHaveLength(3);
  });

  test("a refusal is a sentence, the buttons come back, and what was typed stays", async ({ page, chat, guard }) => {
    guard.expectProblems(/503/);
    await brokenReply(chat, "broken");
    await chat.message.fill("half a thought");
    const detail = "This server is about to stop. Try again in a moment.";
    const problem = { status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail }) };
    const ids: string[] = [];
    await page.route("**/again", (route) => {
      ids.push(route.request().postDataJSON().replyId);
      return ids.length === 1 ? route.fulfill(problem) : route.continue();
    });
    await button(chat, "Continue").click();
    await expect(chat.main.getByRole("alert").filter({ hasText: detail })).toBeVisible();
    await expect(chat.message).toHaveValue("half a thought");
    await expect(replies(chat)).toHaveCount(1);
    await button(chat, "Continue").click();
    await expect(chat.reply).toContainText(words(40), { timeout: 30_000 });
    await expect(chat.message).toHaveValue("half a thought");
    await expect(chat.main.getByText(detail)).toHaveCount(0);
    expect(ids[1]).toBe(ids[0]);
  });
});

test("the built-in assistant tries again, and what it had added is there once", async ({ page, chat, person }) => {
  await chat.open();
  await chat.say("add buy milk tomorrow at 5pm");
  await expect(button(chat, "Continue")).toHaveCount(0);
  await button(chat, "Try again").click();
  await expect
    .poll(async () => (await stored(chat, person)).map(({ status }) => status))
    .toEqual(["COMPLETED", "COMPLETED", "COMPLETED"]);
  await chat.settled();
  await expect(chat.reply).toContainText(/buy milk/i);
  expect((await person.tool("list_tasks", {})).total).toBe(1);
  await button(chat, "Try again").click();
  await expect(chat.main.getByText("2 earlier answers")).toBeVisible();
  await chat.settled();
  await page.reload();
  await expect(replies(chat)).toHaveCount(1);
  await chat.say("what is due tomorrow?");
  await expect(chat.reply).toContainText(/buy milk/i);
  await expect(button(chat, "Try again")).toHaveCount(1);
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});
