import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { UserId } from "@/lib/auth/schema";
import { db, type Prisma, type Tx } from "./client";
import type { Message } from "./generated/client";

// Rows for tests, each with overrides. The rules of the database hold here too: a row that has a history, such as a call
// that succeeded, is taken through it.

type Owner = UserId | { id: UserId };
const idOf = (owner: Owner): UserId => (typeof owner === "string" ? owner : owner.id);

export async function makeUser(overrides: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const email = `${randomUUID()}@example.com`;
  const user = await db.user.create({ data: { email, name: "Ada", ...overrides } });
  return { ...user, id: user.id as UserId }; // tests stand in for the doors that mint it
}

export function makeSession(owner: Owner, overrides: Partial<Prisma.SessionUncheckedCreateInput> = {}) {
  const expiresAt = new Date(Date.now() + 30 * 24 * 3_600_000);
  return db.session.create({ data: { userId: idOf(owner), userAgent: "Test", expiresAt, ...overrides } });
}

export async function makeTask(owner: Owner, overrides: Partial<Prisma.TaskUncheckedCreateInput> = {}) {
  const { nextTaskNumber } = await db.user.update({
    where: { id: idOf(owner) },
    data: { nextTaskNumber: { increment: 1 } },
  });
  const number = nextTaskNumber - 1;
  const position = `a${String(number).padStart(6, "0")}`;
  return db.task.create({ data: { userId: idOf(owner), number, title: `Task ${number}`, position, ...overrides } });
}

export function makeConversation(owner: Owner, overrides: Partial<Prisma.ConversationUncheckedCreateInput> = {}) {
  return db.conversation.create({ data: { userId: idOf(owner), title: "Groceries", ...overrides } });
}

type InConversation = { userId: string; id: string };
type MessageOverrides = Partial<Prisma.MessageUncheckedCreateInput>;

/** A person's message, or with `role: "ASSISTANT"` a finished reply to a question that is made for it if none is named. */
export async function makeMessage(conversation: InConversation, overrides: MessageOverrides = {}): Promise<Message> {
  const { userId, id: conversationId } = conversation;
  const isReply = overrides.role === "ASSISTANT";
  const replyToId = overrides.replyToId ?? (isReply ? (await makeMessage(conversation)).id : null);
  const { nextSeq } = await db.conversation.update({
    where: { userId_id: { userId, id: conversationId } },
    data: { nextSeq: { increment: 1 } },
  });
  const content = isReply ? "Done." : "Buy milk tomorrow";
  const status = overrides.status ?? "COMPLETED";
  const data = { userId, conversationId, seq: nextSeq - 1, role: "USER", content, replyToId, ...overrides } as const;
  if (status === "PROCESSING") return db.message.create({ data: { ...lease(), ...data, status } });
  if (status !== "AWAITING_APPROVAL") return db.message.create({ data: { ...data, status } });
  const reply = await db.message.create({ data: { ...lease(), ...data, status: "PROCESSING" } });
  return db.message.update({
    where: { userId_id: { userId, id: reply.id } },
    data: { status, leaseOwner: null, leaseUntil: null },
  });
}

const lease = () => ({ leaseOwner: uuidv7(), leaseEpoch: 1, leaseUntil: new Date(Date.now() + 30_000) });

/** A call from the interface that succeeded; `status` takes it elsewhere. */
export async function makeToolCall(owner: Owner, overrides: Partial<Prisma.ToolCallLogUncheckedCreateInput> = {}) {
  const { status = "SUCCESS", result = {}, error = "It did not work.", changes, undoneById, ...asked } = overrides;
  const base = { source: "UI", toolName: "create_task", parameters: { title: "Buy milk" } } as const;
  const call = await db.toolCallLog.create({ data: { ...base, ...asked, userId: idOf(owner), status: "PENDING" } });
  const walk = (data: Prisma.ToolCallLogUncheckedUpdateInput) =>
    db.toolCallLog.update({ where: { userId_id: { userId: call.userId, id: call.id } }, data });
  if (status === "PENDING") return call;
  if (status === "DENIED") return walk({ status, error: overrides.error ?? null });
  const running = await walk({ status: "EXECUTING" });
  if (status === "EXECUTING") return running;
  if (status === "ERROR") return walk({ status, error });
  return walk({ status, result, changes: changes ?? [], undoneById: undoneById ?? null });
}

type Table = Exclude<Prisma.ModelName, "RateLimit">;

/** Writes what the triggers forbid, such as a moment in the past; CHECKs and foreign keys still hold. */
export function unsafeWithoutTriggers<T>(table: Table, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const result = await work(tx);
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    return result;
  });
}

/** The names of tools that the database lets on the record, for comparison with the registry. */
export async function toolNamesInDatabase(): Promise<string[]> {
  const rows = await db.$queryRaw<{ rule: string }[]>`
    SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'ToolCallLog_toolName_check'`;
  return [...(rows[0]?.rule ?? "").matchAll(/'([a-z_]+)'/g)].flatMap(([, name]) => name ?? []).sort();
}
