import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { makeUser } from "@/lib/db/testing";
import { inTransaction } from "@/lib/db/transaction";
import { conversationsOf } from "./store";

const newId = () => crypto.randomUUID();
const refused = (code: string) => expect.objectContaining({ code });

/** A conversation with one question in it. */
async function started(user: UserId, content = "Buy milk tomorrow", title: string | null = null): Promise<string> {
  const conversationId = newId();
  await inTransaction(async (tx) => {
    const conversations = conversationsOf(user, tx);
    await conversations.open(conversationId);
    await conversations.addQuestion({ id: newId(), conversationId, content });
  });
  if (title !== null) await conversationsOf(user).rename(conversationId, title);
  return conversationId;
}

const use = (user: UserId, conversationId: string) =>
  conversationsOf(user).addQuestion({ id: newId(), conversationId, content: "One more thing" });

async function answering(user: UserId, conversationId: string) {
  const conversations = conversationsOf(user);
  const question = await conversations.addQuestion({ id: newId(), conversationId, content: "And then?" });
  return await conversations.addReply({
    id: newId(),
    conversationId,
    replyToId: question.id,
    leaseOwner: newId(),
    leaseSeconds: 15,
  });
}

test("opening makes a conversation once, with its model", async () => {
  const { id: user } = await makeUser();
  const id = newId();
  const open = () => inTransaction((tx) => conversationsOf(user, tx).open(id, { model: "built-in" }));
  const opened = await Promise.all([open(), open(), open(), open()]);
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(opened.map((conversation) => conversation.createdAt))).toHaveLength(1);
  expect(await conversationsOf(user).get(id)).toMatchObject({ id, status: "ACTIVE", model: "built-in", title: null });
});

test("opening with another model changes it; with none keeps it", async () => {
  const { id: user } = await makeUser();
  const id = newId();
  await conversationsOf(user).open(id, { model: "built-in" });
  expect(await conversationsOf(user).open(id, { model: "gpt" })).toMatchObject({ model: "gpt", isNew: false });
  expect(await conversationsOf(user).open(id)).toMatchObject({ model: "gpt" });
  expect(await conversationsOf(user).get(id)).toMatchObject({ model: "gpt" });
});

test("the list has pinned ones first, then the last used, in pages", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const ids: string[] = [];
  for (const _ of Array(7).keys()) ids.push(await started(user));
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = ""] = ids;
  await conversations.pin(c, true);
  await conversations.pin(a, true);
  await use(user, b);

  const first = await conversations.list({ limit: 3 });
  expect(first.conversations.map(({ id }) => id)).toEqual([c, a, b]);
  const second = await conversations.list({ limit: 3, cursor: first.nextCursor ?? "" });
  expect(second.conversations.map(({ id }) => id)).toEqual([g, f, e]);
  const third = await conversations.list({ limit: 3, cursor: second.nextCursor ?? "" });
  expect(third.conversations.map(({ id }) => id)).toEqual([d]);
  expect(third.nextCursor).toBeNull();
});

test("a conversation that is used between two pages is not missed nor shown twice further down", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const a = await started(user);
  const b = await started(user);
  const c = await started(user);
  const first = await conversations.list({ limit: 1 });
  expect(first.conversations.map(({ id }) => id)).toEqual([c]);
  await use(user, a);
  const second = await conversations.list({ limit: 2, cursor: first.nextCursor ?? "" });
  expect(second.conversations.map(({ id }) => id)).toEqual([b]);
});

test("the list says where a reply is at work", async () => {
  const { id: user } = await makeUser();
  const quiet = await started(user);
  const busy = await started(user);
  await answering(user, busy);
  const { conversations } = await conversationsOf(user).list();
  expect(conversations.map(({ id, activity }) => [id, activity])).toEqual([
    [busy, "PENDING"],
    [quiet, null],
  ]);
});

test("a bad cursor is refused", async () => {
  const { id: user } = await makeUser();
  await expect(conversationsOf(user).list({ cursor: "nonsense" })).rejects.toEqual(refused("invalid"));
});

test("archived ones and deleted ones are listed apart", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const [open, old, gone, last] = [await started(user), await started(user), await started(user), await started(user)];
  await conversations.archive(old);
  await conversations.remove(gone);
  await conversations.remove(last);
  const ids = ({ conversations: page }: { conversations: { id: string }[] }) => page.map(({ id }) => id);
  expect(ids(await conversations.list())).toEqual([open]);
  expect(ids(await conversations.list({ archived: true }))).toEqual([old]);
  const first = await conversations.deleted({ limit: 1 });
  expect(ids(first)).toEqual([last]);
  expect(first.conversations[0]?.deletedAt).toEqual(expect.any(String));
  const second = await conversations.deleted({ limit: 1, cursor: first.nextCursor ?? "" });
  expect([ids(second), second.nextCursor]).toEqual([[gone], null]);
  await conversations.restore(gone);
  expect(ids(await conversations.deleted())).toEqual([last]);
});

test("what is under way is found wherever it stands in the list", async () => {
  const { id: user } = await makeUser();
  const { id: other } = await makeUser();
  const conversations = conversationsOf(user);
  const [busy, away, gone] = [await started(user), await started(user), await started(user)];
  for (const id of [busy, away, gone]) await answering(user, id);
  await answering(other, await started(other));
  await started(user);
  await conversations.remove(gone);
  await conversations.archive(away);
  expect(await conversations.underWay()).toMatchObject([{ id: busy, activity: "PENDING" }]);
});

test("a title is set once from the first message and whenever the person wants", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const id = await started(user);
  expect(await conversations.nameFrom(id, null, "Milk")).toBe(true);
  expect(await conversations.nameFrom(id, null, "Something else")).toBe(false);
  const before = await conversations.get(id);
  expect(await conversations.rename(id, "Groceries")).toMatchObject({ title: "Groceries" });
  expect(await conversations.rename(id, null)).toMatchObject({ title: null, updatedAt: before?.updatedAt });
});

test("an archived conversation takes no message until it is unarchived, and can be named, pinned and deleted", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const id = await started(user);
  const ask = () => conversations.addQuestion({ id: newId(), conversationId: id, content: "Hello?" });
  expect(await conversations.archive(id)).toMatchObject({ status: "ARCHIVED" });
  await expect(ask()).rejects.toEqual(refused("conflict"));
  await expect(conversations.end(id)).rejects.toEqual(refused("conflict"));
  await expect(conversations.change(id, { title: "No", status: "INACTIVE" })).rejects.toEqual(refused("conflict"));
  expect(await conversations.open(id, { model: "gpt" })).toMatchObject({ status: "ARCHIVED", model: null });
  expect(await conversations.rename(id, "Old")).toMatchObject({ title: "Old", status: "ARCHIVED" });
  expect(await conversations.pin(id, true)).toMatchObject({ pinnedAt: expect.any(String), status: "ARCHIVED" });
  expect(await conversations.unarchive(id)).toMatchObject({ status: "ACTIVE" });
  expect(await ask()).toMatchObject({ seq: 2 });
  await conversations.archive(id);
  await conversations.remove(id);
  expect(await conversations.get(id)).toBeNull();
});

test("a message wakes a conversation that was ended", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const id = await started(user);
  expect(await conversations.end(id)).toMatchObject({ status: "INACTIVE" });
  await conversations.addQuestion({ id: newId(), conversationId: id, content: "One more thing" });
  expect(await conversations.get(id)).toMatchObject({ status: "ACTIVE" });
});

test("a deleted conversation is gone everywhere until it is restored, and its reply is asked to stop", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const id = await started(user);
  const reply = await answering(user, id);
  expect(await conversations.remove(id)).toEqual([reply.id]);
  expect(await conversations.get(id)).toBeNull();
  expect(await conversations.message(reply.id)).toBeNull();
  expect(await conversations.messages(id)).toEqual({ messages: [], more: false });
  expect(await conversations.list()).toEqual({ conversations: [], nextCursor: null });
  await expect(conversations.remove(id)).rejects.toEqual(refused("not_found"));
  await expect(conversations.rename(id, "Ghost")).rejects.toEqual(refused("not_found"));
  await expect(conversations.open(id)).rejects.toEqual(refused("not_found"));
  await expect(conversations.addQuestion({ id: newId(), conversationId: id, content: "Hi" })).rejects.toEqual(
    refused("not_found"),
  );
  expect(await conversations.restore(id)).toMatchObject({ id, deletedAt: null });
  expect(await conversations.restore(id)).toMatchObject({ id });
  expect((await conversations.messages(id)).messages).toHaveLength(3);
});

test("another person's conversation is not there", async () => {
  const { id: owner } = await makeUser();
  const { id: stranger } = await makeUser();
  const id = await started(owner);
  const reply = await answering(owner, id);
  const theirs = conversationsOf(stranger);
  expect(await theirs.get(id)).toBeNull();
  expect(await theirs.message(reply.id)).toBeNull();
  expect(await theirs.replyTo({ ...reply, id: reply.replyToId ?? "" })).toBeNull();
  expect(await theirs.unfinished(id)).toEqual([]);
  expect(await theirs.messages(id)).toEqual({ messages: [], more: false });
  expect(await theirs.history(id, { beforeSeq: 100, maxCharacters: 60_000 })).toEqual([]);
  expect((await theirs.list()).conversations).toEqual([]);
  expect(await theirs.nameFrom(id, null, "Mine")).toBe(false);
  for (const attempt of [
    () => theirs.change(id, { title: "Mine", pinned: true, status: "ARCHIVED" }),
    () => theirs.remove(id),
    () => theirs.restore(id),
    () => theirs.addQuestion({ id: newId(), conversationId: id, content: "Mine" }),
  ])
    await expect(attempt()).rejects.toEqual(refused("not_found"));
  expect(await conversationsOf(owner).get(id)).toMatchObject({ title: null, status: "ACTIVE", activity: "PENDING" });
});

test("two people may have conversations of the same id", async () => {
  const { id: one } = await makeUser();
  const { id: two } = await makeUser();
  const id = await started(one);
  expect(await conversationsOf(two).open(id)).toMatchObject({ id, isNew: true });
  await conversationsOf(two).addQuestion({ id: newId(), conversationId: id, content: "My own" });
  expect((await conversationsOf(one).messages(id)).messages.map(({ content }) => content)).toEqual([
    "Buy milk tomorrow",
  ]);
});
