import { scripted, withFakeModel } from "@/e2e/fake-model";
import { expect, test } from "@/e2e/fixtures";
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

test.describe("with a model", () => {
  test.use(withFakeModel);

  test("a reply that is being written, and one that was stopped", async ({ page, chat }) => {
    await chat.open();
    await chat.send(scripted("endless").text);
    await expect(chat.reply).toContainText(/word3\b/);
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
