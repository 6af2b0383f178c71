import AxeBuilder from "@axe-core/playwright";
import { addScript, callsOf, scripted, withFakeModel } from "./fake-model";
import { type Chat, expect, required, test } from "./fixtures";
import type { Person } from "./people";

const written = (chat: Chat) => chat.main.getByRole("article", { name: "You", exact: true });
const replies = (chat: Chat) => chat.main.getByRole("article", { name: "Docket", exact: true });
const edit = (chat: Chat) => chat.main.getByRole("button", { name: "Edit", exact: true });
const editor = (chat: Chat) => chat.main.getByRole("textbox", { name: "New wording" });
const save = (chat: Chat) => chat.main.getByRole("button", { name: "Save & send" });
const titles = async (person: Person) =>
  ((await person.tool("list_tasks", {})).tasks as { title: string }[]).map(({ title }) => title).sort();

type Stored = { id: string; role: string; content: string; replacesId: string | null };
const conversationOf = (chat: Chat) => required(chat.main.page().url().split("/").at(-1));
async function stored(chat: Chat, person: Person): Promise<Stored[]> {
  const answer = await person.ask("GET", `/api/conversations/${conversationOf(chat)}/messages`);
  return (answer.body as { messages: Stored[] }).messages;
}

test("the last message is edited in its place, and what the old one had changed can be undone", async ({
  page,
  chat,
  person,
}) => {
  await chat.open();
  await chat.say("what can you do?");
  await chat.say("add buy milk tomorrow");
  await expect(edit(chat)).toHaveCount(1);
  await edit(chat).click();
  await expect(editor(chat)).toHaveValue("add buy milk tomorrow");
  await expect(editor(chat)).toBeFocused();
  await editor(chat).fill("add buy bread tomorrow");
  await save(chat).click();
  await expect(written(chat)).toHaveText([/what can you do/, /add buy bread/]);
  await expect(chat.reply).toContainText(/bread/i);
  await expect(chat.stop).toBeHidden();
  await expect(replies(chat)).toHaveCount(2);
  await expect(chat.main.getByText(/Earlier answer/)).toHaveCount(0);
  expect(await titles(person)).toEqual(["buy bread", "buy milk"]);
  await expect(chat.main.getByText("The earlier message added #1 buy milk, which is still there.")).toBeVisible();

  await page.reload();
  await expect(written(chat)).toHaveText([/what can you do/, /add buy bread/]);
  await chat.main.getByText("Earlier version", { exact: true }).click();
  const before = chat.main.getByRole("group").filter({ hasText: "Earlier version" });
  await expect(before).toContainText("add buy milk tomorrow");
  await expect(before.getByRole("article")).toContainText("buy milk");
  expect((await new AxeBuilder({ page }).include("main").analyze()).violations).toEqual([]);
  const stale = chat.main.getByText("The earlier message added #1 buy milk, which is still there.");
  await stale.getByRole("button", { name: "Undo" }).click();
  await expect(stale).toBeHidden();
  await expect(before.getByRole("button", { name: "Redo" })).toBeVisible();
  expect(await titles(person)).toEqual(["buy bread"]);
  await chat.say("what is due tomorrow?");
  await expect(chat.reply).toContainText(/bread/);
  await expect(chat.reply).not.toContainText(/milk/);
});

test("an edit is opened by the arrow up, survives a reload, and Escape leaves everything as it was", async ({
  page,
  chat,
  person,
}) => {
  await chat.open();
  await chat.say("add buy milk tomorrow");
  await chat.message.press("ArrowUp");
  await editor(chat).fill("add buy milk on friday");
  await page.reload();
  await expect(editor(chat)).toHaveValue("add buy milk on friday");
  await editor(chat).press("Escape");
  await expect(editor(chat)).toHaveCount(0);
  await expect(chat.message).toBeFocused();
  await page.reload();
  await expect(written(chat)).toHaveText(/add buy milk tomorrow/);
  await expect(editor(chat)).toHaveCount(0);
  expect(await stored(chat, person)).toHaveLength(2);
  // What the new wording still asks for is not done twice, and is no change of an earlier message.
  await chat.message.press("ArrowUp");
  await editor(chat).fill("add buy milk tomorrow\nadd buy bread tomorrow");
  await editor(chat).press("Enter");
  await expect(chat.reply).toContainText(/bread/);
  await expect(chat.stop).toBeHidden();
  expect(await titles(person)).toEqual(["buy bread", "buy milk"]);
  await expect(chat.main.getByText(/The earlier message/)).toHaveCount(0);
  await expect(chat.reply.getByRole("button", { name: "Undo", exact: true })).toHaveCount(2);
});

test("an edit that another tab was faster than can't be sent, and its text stays", async ({ page, context, chat }) => {
  await chat.open();
  await chat.say("what can you do?");
  await chat.message.press("ArrowUp");
  await editor(chat).fill("what is due today?");
  const other = await context.newPage();
  await other.goto(page.url());
  const box = other.getByRole("textbox", { name: "Message" });
  await box.fill("add buy eggs");
  await box.press("Enter");
  await expect(other.getByRole("article", { name: "Docket", exact: true })).toHaveCount(2);
  await expect(chat.main.getByText("Only the newest message can be edited")).toBeVisible();
  await expect(written(chat)).toHaveCount(2);
  await expect(save(chat)).toBeDisabled();
  await expect(editor(chat)).toHaveValue("what is due today?");
});

test.describe("with a model", () => {
  test.use(withFakeModel);

  test("it is told what stands and not what was said; the answer that was lost is the same edit", async ({
    page,
    chat,
    person,
    guard,
  }) => {
    guard.expectProblems(/ERR_FAILED/);
    const plants = { name: "create_task", arguments: { title: "Water the plants" } };
    const script = await addScript({ steps: [{ calls: [plants] }, { text: "There." }] });
    await chat.open();
    await chat.say(`first wording [[script:${script}#${crypto.randomUUID()}]]`);
    const again = scripted(script);
    let answers = 0;
    await page.route("**/api/chat", async (route) => {
      answers += 1;
      if (answers > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await edit(chat).click();
    await editor(chat).fill(`second wording ${again.text}`);
    await save(chat).click();
    await expect(written(chat)).toHaveText(/second wording/);
    await expect(chat.reply).toContainText("There.", { timeout: 40_000 });
    await expect(editor(chat)).toHaveCount(0);
    expect((await stored(chat, person)).map(({ role }) => role)).toEqual(["USER", "ASSISTANT", "USER", "ASSISTANT"]);
    expect((await person.tool("list_tasks", {})).total).toBe(1);
    const sent = JSON.stringify((await callsOf(again.key)).requests[0]?.body.messages);
    expect(sent).toContain("Water the plants");
    expect(sent).not.toContain("first wording");
  });

  test("the model that is chosen stays with its conversation, before a message and after; a new one begins as ever", async ({
    page,
    chat,
    person,
  }) => {
    const model = chat.main.getByRole("combobox", { name: "Model" });
    await chat.open();
    await expect(model).toHaveValue("fake-model");
    await model.selectOption("built-in");
    await page.reload();
    await expect(model).toHaveValue("built-in");
    await chat.say("add buy milk");
    await expect(chat.reply).toContainText(/buy milk/i);
    const address = page.url();
    expect((await person.tool("list_tasks", {})).total).toBe(1);
    await page.goto("/");
    await expect(model).toHaveValue("fake-model");
    await page.goto(address);
    await expect(model).toHaveValue("built-in");
    await model.selectOption("fake-model");
    await page.reload();
    await expect(model).toHaveValue("fake-model");
  });
});
