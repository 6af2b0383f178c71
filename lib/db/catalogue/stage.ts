import type { Client } from "pg";

// A small world of rows with known ids, and builders of statements about them. Plain SQL through pg: its errors name the
// constraint or trigger that refused.

const id = (last: string) => `'00000000-0000-7000-8000-${last.padStart(12, "0")}'`;

export const ada = id("a");
export const bob = id("b");
/** Nobody has it. */
export const nobody = id("ff");
export const fresh = id("99");

/** Ada's rows. `chat` has a question and a finished reply, `busy` one that is being written, `waiting` one that waits for a yes. */
export const its = {
  session: id("1"),
  account: id("2"),
  token: id("3"),
  task: id("4"),
  reminder: id("5"),
  subscription: id("6"),
  chat: id("10"),
  question: id("11"),
  reply: id("12"),
  busy: id("20"),
  busyQuestion: id("21"),
  busyReply: id("22"),
  waiting: id("30"),
  waitingQuestion: id("31"),
  waitingReply: id("32"),
  archived: id("40"),
  pendingCall: id("50"),
  runningCall: id("51"),
  doneCall: id("52"),
  chatCall: id("53"),
};

export const bobs = { chat: id("60"), question: id("61"), token: id("62"), call: id("63") };

export type Table =
  | "User"
  | "Session"
  | "Account"
  | "AccessToken"
  | "Task"
  | "Conversation"
  | "Message"
  | "ReplyEvent"
  | "ToolCallLog"
  | "RateLimit"
  | "Reminder"
  | "PushSubscription"
  | "DailySummary";

/** Column → SQL expression. */
export type Row = { [column: string]: string };

const hash = "repeat('0', 64)";

/** A row that the database takes; what a case says differs from it in one thing. */
export const fine: { [T in Table]: Row } = {
  User: { id: fresh, email: "'new@example.com'", name: "'New'" },
  Session: { userId: ada, id: fresh, expiresAt: "now() + interval '1 day'" },
  Account: { userId: ada, id: fresh, provider: "'github'", subject: "'new'" },
  AccessToken: {
    userId: ada,
    id: fresh,
    name: "'Laptop'",
    tokenHash: hash,
    lastFour: "'wxyz'",
    scopes: "ARRAY['read']",
  },
  Task: { userId: ada, id: fresh, number: "7", title: "'Buy milk'", position: "'b'" },
  Conversation: { userId: ada, id: fresh },
  Message: {
    userId: ada,
    id: fresh,
    conversationId: its.chat,
    seq: "7",
    role: "'USER'",
    content: "'Hi'",
    status: "'COMPLETED'",
  },
  ReplyEvent: { userId: ada, messageId: its.busyReply, seq: "7", payload: "'[]'" },
  ToolCallLog: { userId: ada, id: fresh, source: "'UI'", toolName: "'create_task'", parameters: "'{}'" },
  RateLimit: { key: "'new'", count: "1", resetAt: "now()" },
  Reminder: { userId: ada, id: fresh, taskId: its.task, minutes: "5", dueAt: "now()", at: "now()" },
  PushSubscription: {
    userId: ada,
    id: fresh,
    sessionId: its.session,
    endpoint: "'https://push.example.com/new'",
    p256dh: "repeat('B', 87)",
    auth: "repeat('a', 22)",
  },
  DailySummary: { userId: bob },
};

export const lease: Row = { leaseOwner: nobody, leaseUntil: "now() + interval '1 minute'" };
export const noLease: Row = { leaseOwner: "NULL", leaseUntil: "NULL" };
export const aReply: Row = { role: "'ASSISTANT'", replyToId: its.question, content: "'Done.'" };

export function insert(table: Table, overrides: Row = {}): string {
  const row = { ...fine[table], ...overrides };
  const columns = Object.keys(row).map((column) => `"${column}"`);
  return `INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${Object.values(row).join(", ")})`;
}

export function update(table: Table, key: string, values: Row): string {
  const settings = Object.entries(values).map(([column, value]) => `"${column}" = ${value}`);
  const column = { RateLimit: "key", ReplyEvent: "messageId", DailySummary: "userId" }[table as string] ?? "id";
  return `UPDATE "${table}" SET ${settings.join(", ")} WHERE "${column}" = ${key}`;
}

const conversation = (key: string, more: Row = {}) => insert("Conversation", { id: key, ...more });
const question = (key: string, conversationId: string) => insert("Message", { id: key, conversationId, seq: "1" });
const reply = (key: string, conversationId: string, replyToId: string, more: Row = {}) =>
  insert("Message", { ...aReply, id: key, conversationId, replyToId, seq: "2", ...more });

export async function setStage(client: Client): Promise<void> {
  const running = { ...lease, status: "'PROCESSING'", leaseEpoch: "3" };
  const call = (key: string, more: Row = {}) => insert("ToolCallLog", { id: key, status: "'EXECUTING'", ...more });
  const statements = [
    insert("User", { id: ada, email: "'ada@example.com'", nextTaskNumber: "5" }),
    insert("User", { id: bob, email: "'bob@example.com'" }),
    insert("Session", { id: its.session }),
    insert("Account", { id: its.account, subject: "'ada'" }),
    insert("AccessToken", { id: its.token, tokenHash: "repeat('a', 64)" }),
    insert("Task", { id: its.task, number: "1" }),
    conversation(its.chat, { nextSeq: "5" }),
    question(its.question, its.chat),
    reply(its.reply, its.chat, its.question),
    conversation(its.busy),
    question(its.busyQuestion, its.busy),
    reply(its.busyReply, its.busy, its.busyQuestion, running),
    insert("ReplyEvent", { seq: "1" }),
    conversation(its.waiting),
    question(its.waitingQuestion, its.waiting),
    reply(its.waitingReply, its.waiting, its.waitingQuestion, running),
    update("Message", its.waitingReply, { ...noLease, status: "'AWAITING_APPROVAL'" }),
    conversation(its.archived, { status: "'ARCHIVED'" }),
    call(its.pendingCall, { status: "'PENDING'" }),
    call(its.runningCall),
    call(its.doneCall, { idempotencyKey: "'once'" }),
    update("ToolCallLog", its.doneCall, { status: "'SUCCESS'", result: "'{}'" }),
    call(its.chatCall, { source: "'CHAT'", conversationId: its.chat, messageId: its.reply, callId: "'s1c0'" }),
    insert("AccessToken", { userId: bob, id: bobs.token, tokenHash: "repeat('b', 64)" }),
    conversation(bobs.chat, { userId: bob }),
    insert("Message", { userId: bob, id: bobs.question, conversationId: bobs.chat, seq: "1" }),
    call(bobs.call, { userId: bob }),
    insert("RateLimit", { key: "'taken'" }),
    insert("Reminder", { id: its.reminder, minutes: "10" }),
    insert("PushSubscription", { id: its.subscription, endpoint: "'https://push.example.com/taken'" }),
    insert("DailySummary", { userId: ada }),
  ];
  for (const statement of statements) await client.query(statement);
}

/** Runs statements and takes them back; the answer is what the last one returned, or the error that ended it. */
export async function attempt(client: Client, ...statements: string[]): Promise<Outcome> {
  await client.query("BEGIN");
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return { rows, refusedBy: null, state: null };
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string }; // pg's DatabaseError
    if (!constraint) throw error;
    return { rows: [], refusedBy: constraint, state: code ?? null };
  } finally {
    await client.query("ROLLBACK");
  }
}

export type Outcome = { rows: Record<string, unknown>[]; refusedBy: string | null; state: string | null };
