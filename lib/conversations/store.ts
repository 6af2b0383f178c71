import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { type Db, db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { beginOf } from "./begin/store";
import { conversationColumns, listsOf } from "./list/store";
import { messagesOf } from "./messages/store";
import type { Conversation, ConversationPatch } from "./schema";
import { searchOf } from "./search/store";
import { type ConversationRow, conversationFrom } from "./shape";
import { wholeOf } from "./whole/store";

export type { ConversationPage } from "./list/store";
export type OpenConversation = Omit<Conversation, "activity"> & { isNew: boolean };
type Unjoined = Omit<ConversationRow, "latest">;

/**
 * The conversations and messages of one person. `begin` is one statement and wants no transaction;
 * where it says null, `open`, `addQuestion` and `addReply` belong into one: pass it.
 * A conversation that isn't there, isn't theirs or is deleted: `get` says null, a change throws not_found.
 */
export const conversationsOf = (user: UserId, on: Db = db) => {
  const lists = listsOf(user, on);
  const { get } = lists;

  async function found(id: string): Promise<Conversation> {
    const conversation = await get(id);
    if (!conversation) throw missing();
    return conversation;
  }

  /** An archived conversation can be renamed, pinned and unarchived; ending it makes no sense and is refused. */
  async function change(id: string, { title, pinned, status }: ConversationPatch): Promise<Conversation> {
    const { count } = await on.conversation.updateMany({
      where: {
        userId: user,
        id,
        deletedAt: null,
        ...(status === "INACTIVE" && { status: { not: "ARCHIVED" } }),
      },
      data: { title, status, ...(pinned !== undefined && { pinnedAt: pinned ? new Date() : null }) },
    });
    const conversation = await found(id);
    if (count === 0) throw archivedRefusal();
    return conversation;
  }

  /** Deletes for now: `restore` brings it back until the purge. A reply that still runs is asked to stop; returns its id. */
  async function remove(id: string): Promise<string[]> {
    const { count } = await on.conversation.updateMany({
      where: { userId: user, id, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    if (count === 0) throw missing();
    const stopping = await on.message.updateManyAndReturn({
      where: { userId: user, conversationId: id, status: { in: ["PENDING", "PROCESSING"] }, stopRequestedAt: null },
      data: { stopRequestedAt: new Date() },
      select: { id: true },
    });
    return stopping.map((message) => message.id);
  }

  async function restore(id: string): Promise<Conversation> {
    await on.conversation.updateMany({
      where: { userId: user, id, deletedAt: { not: null } },
      data: { deletedAt: null },
    });
    return await found(id);
  }

  // Without the newest message: after waiting for the lock, PostgreSQL reads c again, but not what is joined to it.
  const locked = async (id: string) => {
    const [row] = await on.$queryRaw<Unjoined[]>`
      SELECT ${conversationColumns} FROM "Conversation" c WHERE c."userId" = ${user}::uuid AND c."id" = ${id}::uuid FOR NO KEY UPDATE`;
    return row;
  };

  /**
   * The conversation, locked until the transaction ends, so that sends to it come one after the other; made if it is new.
   * A model that is named becomes the conversation's own. What runs in it: `unfinished`.
   */
  async function open(id: string, { model }: { model?: string | null } = {}): Promise<OpenConversation> {
    let row = await locked(id);
    let isNew = false;
    if (!row) {
      const [made] = await on.$queryRaw<Unjoined[]>`
        INSERT INTO "Conversation" AS c ("userId", "id", "model") VALUES (${user}::uuid, ${id}::uuid, ${model ?? null})
        ON CONFLICT ("userId", "id") DO NOTHING RETURNING ${conversationColumns}`;
      isNew = made !== undefined;
      row = made ?? (await locked(id));
    }
    if (!row || row.deletedAt) throw new AppError("not_found", "This conversation was deleted. Start a new one.");
    if (model && row.model !== model && row.status !== "ARCHIVED") {
      await on.conversation.updateMany({ where: { userId: user, id }, data: { model } });
      row.model = model;
    }
    const { activity: _, ...conversation } = conversationFrom({ ...row, latest: null });
    return { ...conversation, isNew };
  }

  return {
    ...lists,
    ...searchOf(user, on),
    change,
    rename: (id: string, title: string | null) => change(id, { title }),
    pin: (id: string, pinned: boolean) => change(id, { pinned }),
    end: (id: string) => change(id, { status: "INACTIVE" }),
    archive: (id: string) => change(id, { status: "ARCHIVED" }),
    unarchive: (id: string) => change(id, { status: "ACTIVE" }),
    remove,
    restore,
    open,

    /** Names the conversation unless it is named otherwise than `from` by now: a name that the person gave stays. */
    async nameFrom(id: string, from: string | null, title: string): Promise<boolean> {
      const { count } = await on.conversation.updateMany({ where: { userId: user, id, title: from }, data: { title } });
      return count === 1;
    },

    begin: beginOf(user, on),
    ...messagesOf(user, on),
    ...wholeOf(user, on),
  };
};

const missing = () => new AppError("not_found", "There is no such conversation.");
const archivedRefusal = () => new AppError("conflict", "This conversation is archived. Unarchive it first.");
