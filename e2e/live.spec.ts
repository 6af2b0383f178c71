import { chatOn, expect, test } from "./fixtures";

test("two tabs show one truth, without a reload", async ({ page, context, person, chat }) => {
  await chat.open();
  await chat.showAllTasks();
  const second = await context.newPage();
  await second.goto("/tasks");
  await second.getByRole("button", { name: /^All\b/ }).click();

  await chat.say("add buy milk tomorrow");
  const milk = second.getByRole("checkbox", { name: /Complete “buy milk”/i });
  await expect(milk).toBeVisible();
  await milk.click();
  await expect(chat.tasks.getByRole("checkbox", { name: /Complete “buy milk”/i })).toHaveCount(0);
  await person.tool("create_task", { title: "From a script" });
  await expect(chat.tasks.getByText("From a script")).toBeVisible();
  await expect(second.getByText("From a script")).toBeVisible();
  await expect(page).toHaveURL(/\/chat\//);
});

test("a second device sees a conversation begin, and reads it whole", async ({ person, chat, device }) => {
  await chat.open();
  const other = await device(person);
  await other.goto("/");
  const sidebar = other.getByRole("navigation", { name: "Conversations" });
  await expect(sidebar).toBeVisible();
  await chat.say("add water the plants");
  await sidebar.getByRole("link", { name: /water the plants/i }).click();
  await expect(chatOn(other).main.getByText("add water the plants", { exact: true })).toBeVisible();
});

test("two people on one server see nothing of each other", async ({ person, secondPerson, chat, device }) => {
  await chat.open();
  const theirs = await device(secondPerson);
  await theirs.goto("/");
  await chatOn(theirs).showAllTasks();
  await chat.showAllTasks();
  const events = await secondPerson.open("GET", "/api/events");

  await chat.say("add plan the surprise party");
  await secondPerson.tool("create_task", { title: "My own thing" });
  await expect(theirs.getByText("My own thing")).toBeVisible();
  await expect(theirs.getByText(/surprise party/i)).toHaveCount(0);
  await expect(chat.tasks.getByText("My own thing")).toHaveCount(0);
  expect(await heardUntil(events, "tasks")).not.toContain("conversation");
  expect((await secondPerson.tool("list_tasks", { text: "surprise" })).total).toBe(0);
  expect(
    ((await secondPerson.tool("list_tasks", {})).tasks as { number: number }[]).map(({ number }) => number),
  ).toEqual([1]);
  expect((await person.tool("list_tasks", {})).total).toBe(1);
});

/** What an event stream said up to the first event that names this. */
async function heardUntil(events: Response, word: string) {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of events.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.includes(`"${word}"`)) break;
  }
  return text;
}
