import { expect, test } from "./fixtures";
import { grow } from "./rows";

test("a word is found inside messages, marked, and opened where it stands, however far back", async ({
  page,
  person,
  chat,
}) => {
  const { conversationId } = await person.say("add ask the Zürich dentist about <b>bills</b>");
  await grow(conversationId, 260);
  const archived = await person.say("the dentist is closed");
  await person.ask("PATCH", `/api/conversations/${conversationId}`, { title: "Teeth" });
  await person.ask("PATCH", `/api/conversations/${archived.conversationId}`, { status: "ARCHIVED", title: "Old" });
  await chat.open();
  const search = chat.conversations.getByRole("searchbox");
  await search.fill("zurich dent");
  const found = chat.conversations.getByRole("list", { name: "Found" }).getByRole("link");
  await expect(found).toHaveCount(1);
  await expect(found.locator("mark")).toHaveText(["Zürich", "dent"]);
  await search.fill("dentist");
  await expect(found).toHaveText([/Old.*Archived/, /Teeth/]);

  await search.fill("about bills");
  await expect(found).toHaveText([/Teeth.*<b>bills<\/b>/]);
  await search.press("ArrowDown");
  await expect(found).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/chat/${conversationId}\\?at=`));
  await expect(chat.main.getByText("Thought number 100", { exact: true })).toBeAttached();
  await expect(chat.main.getByRole("article", { name: "Docket", exact: true }).first()).toBeInViewport();
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await expect(chat.conversations.getByRole("link", { name: "Teeth" })).toHaveAttribute("aria-current", "page");
});

test("a search with a slip of the keyboard finds titles like it, and nobody else's", async ({
  person,
  secondPerson,
  chat,
}) => {
  await secondPerson.say("call the dentist of somebody else");
  await person.say("call the dentist");
  await chat.open();
  await chat.conversations.getByRole("searchbox").fill("dentsit");
  await expect(chat.conversations.getByText("Nothing has these words.")).toBeVisible();
  await expect(chat.conversations.getByRole("list", { name: "Found" }).getByRole("link")).toHaveText(
    /Call the dentist/,
  );
  await chat.conversations.getByRole("searchbox").fill("xylophone");
  await expect(chat.conversations.getByText("Nothing found.")).toBeVisible();
});
