import { scripted, withFakeModel } from "@/e2e/fake-model";
import { expect, test } from "@/e2e/fixtures";
import { grow } from "@/e2e/rows";
import { ordinaryTalk, ordinaryWeek } from "./days";
import { pictures } from "./pictures";

test("a new chat, empty and with a week of tasks", async ({ page, person, chat }) => {
  await chat.open();
  await pictures(page, "new-chat-empty");
  await ordinaryWeek(person);
  await ordinaryTalk(person);
  await chat.open();
  await pictures(page, "new-chat");
});

test("a conversation with its cards", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  const id = await ordinaryTalk(person);
  await chat.open(`/chat/${id}`);
  await chat.showAllTasks();
  await pictures(page, "conversation");
  await chat.say("rename buy oat milk to buy almond milk and give it a high priority");
  await chat.say("show me everything");
  await pictures(page, "conversation-longer");
});

test("a question with choices", async ({ page, chat }) => {
  await chat.open();
  await chat.say("add call Bob from work");
  await chat.say("add call Bob from the gym about the locker key that was lost last week");
  await chat.say("mark call Bob as done");
  await pictures(page, "choices");
});

test("an approval, refused and given", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  await chat.open();
  await chat.send("delete everything");
  await expect(chat.main.getByRole("button", { name: "Approve" })).toBeVisible();
  await pictures(page, "approval");
  await chat.main.getByRole("button", { name: "Refuse" }).click();
  await chat.settled();
  await pictures(page, "approval-refused");
});

test("a message that is edited, and what it replaced", async ({ page, chat }) => {
  await chat.open();
  await chat.say("add buy milk tomorrow");
  await chat.main.getByRole("button", { name: "Edit", exact: true }).click();
  await pictures(page, "editing");
  await chat.main.getByRole("textbox", { name: "New wording" }).fill("add buy bread tomorrow");
  await chat.main.getByRole("button", { name: "Save & send" }).click();
  await expect(chat.main.getByText("The earlier message added #1 buy milk, which is still there.")).toBeVisible();
  await chat.settled();
  await chat.main.getByText("Earlier version", { exact: true }).click();
  await pictures(page, "edited");
});

test("a long conversation, seen from further up", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  const id = await ordinaryTalk(person);
  await grow(id, 120);
  await chat.open(`/chat/${id}`);
  await chat.main.getByText("Thought number 100", { exact: true }).scrollIntoViewIfNeeded();
  await expect(chat.main.getByRole("button", { name: /newest/i })).toBeVisible();
  await pictures(page, "long", [390, 1440]);
});

test("offline, with a message that waits", async ({ page, context, chat, guard }) => {
  guard.expectProblems(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/);
  await chat.open();
  await chat.say("what can you do?");
  await context.setOffline(true);
  await chat.message.fill("add buy bread on friday");
  await page.keyboard.press("Enter");
  await expect(chat.main.getByRole("region", { name: "Waiting messages" })).toBeVisible();
  await pictures(page, "offline");
  await context.setOffline(false);
});

test("the details of a reply", async ({ page, person, chat }) => {
  await ordinaryWeek(person);
  await chat.open();
  await chat.say("move everything overdue to tomorrow");
  await chat.reply.getByRole("button", { name: "Details" }).click();
  await pictures(page, "details");
});

test.describe("with a model", () => {
  test.use(withFakeModel);

  test("a reply that is being written, and one that was stopped", async ({ page, chat }) => {
    await chat.open();
    await chat.send(scripted("endless").text);
    await expect(chat.reply).toContainText(/word3\b/);
    await chat.message.fill("and buy bread");
    await page.keyboard.press("Enter");
    await expect(chat.main.getByRole("region", { name: "Waiting messages" })).toBeVisible();
    await pictures(page, "streaming");
    await chat.stop.click();
    await chat.settled();
    await pictures(page, "stopped");
  });

  test("a reply that failed", async ({ page, chat }) => {
    await chat.open();
    await chat.send(scripted("401").text);
    await expect(chat.reply.getByRole("note")).toBeVisible();
    await chat.settled();
    await pictures(page, "failed");
  });

  test("markdown", async ({ page, chat }) => {
    await chat.open();
    await chat.say(scripted("markdown").text);
    await pictures(page, "markdown");
  });
});
