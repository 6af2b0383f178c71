import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { makeConversation, makeMessage, makeUser } from "@/lib/db/testing";

/** A conversation with these messages of the person. */
async function talk(user: UserId, title: string | null, ...messages: string[]) {
  const conversation = await makeConversation(user, { title });
  const ids: string[] = [];
  for (const content of messages) ids.push((await makeMessage(conversation, { content })).id);
  return { id: conversation.id, ids };
}

const search = (user: UserId, text: string) => conversationsOf(user).search({ text });
const idsOf = async (user: UserId, text: string) => {
  const { found, isAlike } = await search(user, text);
  return isAlike ? [] : found.map(({ conversation }) => conversation.id);
};

test("words are found in titles and messages, at their beginning, and titles in any part", async () => {
  const { id: user } = await makeUser();
  const { id: other } = await makeUser();
  const trip = await talk(user, "Holiday 100%", "Book a train to Lyon");
  await talk(user, "Errands", "Buy milk");
  await talk(other, "Holiday 100%", "Book a train to Lyon");
  expect(await idsOf(user, "lyo boo")).toEqual([trip.id]);
  expect(await idsOf(user, "lyo milk")).toEqual([]);
  expect(await idsOf(user, "HOLI")).toEqual([trip.id]);
  expect(await idsOf(user, "liday")).toEqual([trip.id]);
  expect(await idsOf(user, "0%")).toEqual([trip.id]);
  expect(await idsOf(user, "_")).toEqual([]);
  expect(await idsOf(user, "&|!:*()'")).toEqual([]);
});

test("a hit names the newest message with the words, marks them, and says in how many they stand", async () => {
  const { id: user } = await makeUser();
  const { ids } = await talk(user, "Teeth", "The dentist called", "Buy milk", "Dentist at 3 <b>sharp</b>", "Thanks");
  const { found } = await search(user, "dent");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    title: [{ text: "Teeth", hit: false }],
    message: {
      id: ids[2],
      role: "USER",
      hits: 2,
      excerpt: [
        { text: "Dent", hit: true },
        { text: "ist at 3 <b>sharp</b>", hit: false },
      ],
    },
  });
});

test("accents and case don't matter", async () => {
  const { id: user } = await makeUser();
  const { id } = await talk(user, "Café", "Überweisung an Zoë");
  for (const text of ["cafe", "CAFÉ", "uberweisung", "ÜBER", "zoe"]) expect(await idsOf(user, text)).toEqual([id]);
});

test("titles come first, then the last used; a page goes on where the one before ended", async () => {
  const { id: user } = await makeUser();
  const named = await talk(user, "Milk and eggs", "Hello");
  const older = await talk(user, "First", "milk");
  const newer = await talk(user, "Second", "more milk");
  const conversations = conversationsOf(user);
  const first = await conversations.search({ text: "milk", limit: 2 });
  expect(first.found.map(({ conversation }) => conversation.id)).toEqual([named.id, newer.id]);
  const second = await conversations.search({ text: "milk", limit: 2, cursor: first.nextCursor ?? "" });
  expect(second.found.map(({ conversation }) => conversation.id)).toEqual([older.id]);
  expect(second.nextCursor).toBeNull();
});

test("archived ones are found and say so; deleted ones are not", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const old = await talk(user, "Old", "the dentist");
  const gone = await talk(user, "Dentist", "the dentist");
  await conversations.archive(old.id);
  await conversations.remove(gone.id);
  expect((await search(user, "dentist")).found).toMatchObject([{ conversation: { id: old.id, status: "ARCHIVED" } }]);
});

test("where nothing has the words, titles that are written alike are offered", async () => {
  const { id: user } = await makeUser();
  const { id } = await talk(user, "Call the dentist", "Hello");
  await talk((await makeUser()).id, "Call the dentist", "Hello");
  for (const text of ["dentsit", "dentits", "dentst"]) {
    expect(await search(user, text)).toMatchObject({ isAlike: true, found: [{ conversation: { id } }] });
  }
  expect(await search(user, "zebra")).toMatchObject({ found: [], isAlike: true });
});

test("one letter finds titles only", async () => {
  const { id: user } = await makeUser();
  const { id } = await talk(user, "Dog", "Hello");
  await talk(user, "Other", "dog");
  expect(await idsOf(user, "d")).toEqual([id]);
});

test("a bad cursor is refused", async () => {
  const { id: user } = await makeUser();
  await expect(conversationsOf(user).search({ text: "x", cursor: "nonsense" })).rejects.toMatchObject({
    code: "invalid",
  });
});
