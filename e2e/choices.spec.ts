import { expect, test } from "./fixtures";

test("when several tasks could be meant, the assistant offers them, and a tap is the answer", async ({ chat }) => {
  await chat.open();
  await chat.say("add call Bob from work");
  await chat.say("add call Bob from the gym");
  await chat.showAllTasks();
  await chat.say("mark call Bob as done");
  await expect(chat.reply).toContainText("2 tasks could be meant");
  const offered = chat.reply.getByRole("button", { name: /^call Bob from/ });
  await expect(offered).toHaveText(["call Bob from work", "call Bob from the gym"]);
  await offered.filter({ hasText: "the gym" }).click();
  await chat.settled();
  // A question that was answered is no longer open.
  await expect(chat.main.getByRole("button", { name: "call Bob from work", exact: true })).toBeDisabled();
  await expect(chat.reply).toContainText("call Bob from the gym");
  await expect(chat.tasks.getByText("call Bob from the gym", { exact: true })).toHaveCount(0);
  await expect(chat.tasks.getByText("call Bob from work", { exact: true })).toBeVisible();
});

test("a yes or a no is a tap away when the assistant asks", async ({ chat }) => {
  await chat.open();
  await chat.say("milk");
  await expect(chat.reply).toContainText("Shall I add milk");
  await chat.reply.getByRole("button", { name: "Yes", exact: true }).click();
  await chat.settled();
  await expect(chat.tasks.getByText("milk", { exact: true })).toBeVisible();
});

test("times are said by the person's own clock", async ({ person, chat }) => {
  await person.ask("PATCH", "/api/me", { settings: { clock: "12h" } });
  await chat.open();
  await chat.say("add dentist tomorrow at 3pm");
  await expect(chat.reply).toContainText("3:00 pm");
});
