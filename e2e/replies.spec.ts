import { addScript, scripted, withFakeModel } from "./fake-model";
import { type Chat, expect, test } from "./fixtures";

const button = (chat: Chat, name: string) => chat.reply.getByRole("button", { name, exact: true });
const voice = (chat: Chat) => chat.main.locator("[aria-live=polite]");

test("Details say when, by whom and how fast, and lead to the record of that reply alone", async ({ page, chat }) => {
  await chat.open();
  await chat.say("add buy milk");
  await chat.say("add call mum and add feed the cat");
  const details = button(chat, "Details");
  await expect(details).toHaveAttribute("aria-expanded", "false");
  await details.focus();
  await page.keyboard.press("Enter");
  await expect(details).toHaveAttribute("aria-expanded", "true");
  await expect(chat.reply).toContainText(/AskedToday, \d\d:\d\d/);
  await expect(chat.reply).toContainText("Written byBuilt-in assistant");
  await expect(chat.reply).toContainText(/Tookfirst word after [\d.]+ s, [\d.]+ s in all/);
  await page.keyboard.press("Tab");
  await expect(chat.reply.getByRole("link", { name: "2 calls of tools" })).toBeFocused();
  await page.keyboard.press("Enter");
  const activity = page.getByRole("main", { name: "Activity" });
  await expect(activity.getByRole("article")).toHaveCount(2);
  await expect(activity).not.toContainText(/buy milk/i);
  await activity.getByRole("link", { name: "Show everything" }).click();
  await expect(activity.getByRole("article")).toHaveCount(3);
});

test("all that a reply changed goes back at once, and comes back at once", async ({ page, person, chat }) => {
  await chat.open();
  await chat.say("add buy milk and add call mum");
  await expect(chat.reply).toContainText("2 changes");
  await button(chat, "Undo all").focus();
  await page.keyboard.press("Enter");
  await expect(button(chat, "Redo all")).toBeFocused();
  expect((await person.tool("list_tasks", {})).total).toBe(0);
  await expect(voice(chat)).toHaveText("Done: 2 tasks were changed.");
  await page.reload();
  await expect(chat.reply).toContainText("Undone ·");
  await button(chat, "Redo all").click();
  await expect(button(chat, "Undo all")).toBeVisible();
  expect((await person.tool("list_tasks", {})).total).toBe(2);
  await chat.say("add feed the cat");
  await expect(button(chat, "Undo")).toHaveCount(1);
  await expect(button(chat, "Undo all")).toHaveCount(0);
});

test("an approval shows each field that would change, folds a long list, and is refused by keyboard", async ({
  page,
  person,
  chat,
}) => {
  test.slow();
  const titles = Array.from({ length: 24 }, (_, at) => `Errand ${at + 1}`);
  for (const title of titles) await person.tool("create_task", { title, due: "2026-01-05" });
  await chat.open();
  await chat.say("move everything overdue to tomorrow");
  await expect(chat.reply).toContainText("24 tasks");
  const card = chat.reply.getByRole("article", { name: "Change tasks" });
  await expect(card).toContainText(/Errand 1Due.*→ Tomorrow/);
  await expect(voice(chat)).toHaveText("Docket needs your yes: approve or refuse.");
  await expect(card.getByText("Errand 24", { exact: true })).toHaveCount(0);
  await card.getByRole("button", { name: "Show all 24" }).press("Enter");
  await expect(card.getByText("Errand 24", { exact: true })).toBeVisible();
  expect((await person.tool("list_tasks", { view: "overdue" })).total).toBe(24);

  await card.getByRole("button", { name: "Refuse" }).press("Enter");
  await expect(card).toContainText("Refused; nothing was changed");
  await expect(card).toContainText("Errand 1");
  await chat.settled();
  await expect(card).toContainText("What was proposed");
  await expect(card).toContainText("Errand 1");
  await page.reload();
  await expect(card).toContainText("What was proposed");
  await expect(card).toContainText("Errand 1");
});

test("long notes are shortened, with a way to see them all", async ({ page, person }) => {
  const notes = `${"All there is to say about milk. ".repeat(10)}The end.`;
  await person.tool("create_task", { title: "Buy milk" });
  await person.tool("update_task", { numbers: [1], patch: { description: notes } });
  await page.goto("/activity");
  const card = page.getByRole("article", { name: "Change tasks" });
  await expect(card).toContainText("All there is to say");
  await expect(card).not.toContainText("The end.");
  await card.getByRole("button", { name: "Show all" }).press("Enter");
  await expect(card).toContainText("The end.");
});

test("the examples of an empty chat fit the tasks, and each of them works", async ({ person, chat }) => {
  const examples = chat.main.getByRole("list", { name: "Examples" }).getByRole("button");
  await chat.open();
  await expect(examples).toHaveText([/^Add buy milk/, /^Remind me/, "What can you do?"]);
  await person.tool("create_task", { title: "Pay the plumber", due: "2026-01-05" });
  await person.tool("create_task", { title: "Water the plants", due: "today" });
  await chat.open();
  await expect(examples).toHaveText([
    "Move everything overdue to tomorrow",
    "What is due today?",
    /^Add buy milk/,
    /^Remind me/,
  ]);
  await examples.first().click();
  await expect(chat.message).toHaveValue("Move everything overdue to tomorrow");
  await chat.message.press("Enter");
  await chat.settled();
  await expect(chat.reply).toContainText(/Moved Pay the plumber to tomorrow/);

  const answers = {
    "What is due today?": /Water the plants/,
    "Add buy milk tomorrow at 5pm and call mum on Friday": /Added buy milk.*call mum/,
    "What is due this week?": /Water the plants/,
    "Remind me to pay the rent on the 1st every month": /Added pay the rent.*every month/,
    "Which tasks have no date?": /No tasks|no tasks|without a date|Nothing/,
    "What did I finish this week?": /finished|Nothing|nothing|No tasks/,
    "What can you do?": /I look after your tasks/,
  };
  for (const [text, answer] of Object.entries(answers)) {
    const reply = await person.say(text);
    expect(reply.text.replaceAll("*", ""), text).toMatch(answer);
  }
});

test("a toast stays under the pointer and the focus, and its Undo is reached by keyboard", async ({
  page,
  person,
  chat,
}) => {
  await person.tool("create_task", { title: "Buy milk" });
  await chat.open();
  await chat.showAllTasks();
  await chat.tasks.getByRole("checkbox", { name: /Buy milk/ }).click();
  const toast = page.getByRole("status").getByRole("group");
  await expect(toast).toBeVisible();
  const box = await toast.boundingBox();
  const composer = await chat.message.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(composer?.y ?? 0);
  await page.keyboard.press("F6");
  await expect(toast.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toast).toHaveCount(0);
  await expect.poll(async () => (await person.tool("list_tasks", {})).total).toBe(1);
});

test("a choice is made by keyboard, and the next words can be written at once", async ({ chat }) => {
  await chat.open();
  await chat.say("add call Bob from work");
  await chat.say("add call Bob from the gym");
  await chat.say("mark call Bob as done");
  await expect(voice(chat)).toHaveText("Docket asks, and offers 2 answers to choose from.");
  const offered = chat.reply.getByRole("group", { name: "Choose an answer" }).getByRole("button");
  await offered.last().press("Enter");
  await expect(chat.message).toBeFocused();
  await chat.settled();
  await expect(chat.main.getByRole("group", { name: "Answers that were offered" }).getByRole("button")).toHaveCount(2);
  await expect(voice(chat)).toHaveText("Docket has replied. 1 change is on the record.");
});

test.describe("with a model that can be stopped", () => {
  test.use(withFakeModel);

  test("a stop is said as a stop, and what goes on below it says so", async ({ chat }) => {
    const words = Array.from({ length: 160 }, (_, index) => `word${index + 1}`).join(" ");
    const { text } = scripted(await addScript({ steps: [{ text: words, pieceLength: 6, pauseMs: 150 }] }));
    await chat.open();
    await chat.send(text);
    await expect(chat.reply).toContainText(/word3\b/);
    await expect(voice(chat)).toHaveText("");
    await chat.stop.click();
    await expect(voice(chat)).toHaveText("Stopped.");
    await expect(chat.main.getByText("Goes on from the reply above")).toHaveCount(0);
    await button(chat, "Continue").click();
    await expect(chat.reply).toContainText("Goes on from the reply above");
    await chat.stop.click();
    await expect(chat.stop).toBeHidden();
  });

  test("a model's name and tokens stand in the details", async ({ chat }) => {
    const { text } = scripted(await addScript({ steps: [{ text: "Here is a short answer for you." }] }));
    await chat.open();
    await chat.say(text);
    await button(chat, "Details").click();
    await expect(chat.reply).toContainText(/Written by(?!Built-in)/);
    await expect(chat.reply).toContainText(/Tokens[\d,]+ read, [\d,]+ written/);
  });
});
