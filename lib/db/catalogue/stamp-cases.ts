import { aReply, fresh, insert, its, lease, type Row, type Table, update } from "./stage";

/** A moment that the database writes: `statements` sends another one in `column`, and the trigger puts its clock there. */
export type Stamp = { trigger: string; table: Table; column: string; statements: string[] };

const longAgo = "'2000-01-01'";

const inserted = (trigger: string, table: Table, column: string, overrides: Row = {}): Stamp => ({
  trigger: `${table}_${trigger}`,
  table,
  column,
  statements: [insert(table, { [column]: longAgo, ...overrides })],
});

const updated = (table: Table, column: string, values: Row, before: Row = {}): Stamp => ({
  trigger: `${table}_stamp`,
  table,
  column,
  statements: [insert(table, before), update(table, fresh, { [column]: longAgo, ...values })],
});

const tables: Table[] = [
  "User",
  "Session",
  "Account",
  "AccessToken",
  "Task",
  "Conversation",
  "Message",
  "ReplyEvent",
  "ToolCallLog",
  "PushSubscription",
];

// Its CHECK holds also while the trigger is off: not before createdAt.
const later: Row = { updatedAt: "'2998-01-01'" };

export const stamps: Stamp[] = [
  ...tables.map((table) => inserted("created", table, "createdAt")),
  inserted("stamp", "User", "updatedAt"),
  updated("User", "updatedAt", {}),
  inserted("stamp", "Session", "lastSeenAt"),
  updated("Session", "lastSeenAt", {}),
  updated("Session", "revokedAt", {}),
  inserted("stamp", "AccessToken", "lastUsedAt"),
  updated("AccessToken", "lastUsedAt", {}),
  updated("AccessToken", "revokedAt", {}),
  inserted("stamp", "Task", "updatedAt"),
  inserted("stamp", "Task", "deletedAt"),
  updated("Task", "updatedAt", {}),
  updated("Task", "deletedAt", {}),
  updated("Task", "completedAt", { isCompleted: "true", completedAt: "'2999-01-01'" }),
  inserted("stamp", "Conversation", "updatedAt", { updatedAt: "'2999-01-01'" }),
  updated("Conversation", "updatedAt", { updatedAt: "'2999-01-01'" }, later),
  updated("Conversation", "pinnedAt", {}, later),
  updated("Conversation", "deletedAt", {}, later),
  updated("Message", "archivedAt", {}),
  updated("Message", "stopRequestedAt", {}, { ...aReply, ...lease, status: "'PROCESSING'" }),
  inserted("stamp", "ToolCallLog", "startedAt", { status: "'EXECUTING'" }),
  inserted("stamp", "ToolCallLog", "finishedAt", { status: "'ERROR'", error: "'No'" }),
  updated("ToolCallLog", "startedAt", { status: "'EXECUTING'" }),
  updated("ToolCallLog", "finishedAt", { status: "'SUCCESS'" }, { status: "'EXECUTING'" }),
  updated("ToolCallLog", "decidedAt", {}),
  updated("ToolCallLog", "decidedAt", { status: "'DENIED'" }),
];

/** What the row holds after a stamp's statements. */
export const read = ({ table, column }: Stamp) =>
  `SELECT abs(extract(epoch FROM "${column}" - clock_timestamp())) < 60 AS "isNow" FROM "${table}" WHERE ${
    table === "ReplyEvent" ? `"messageId" = ${its.busyReply} AND "seq" = 7` : `"id" = ${fresh}`
  }`;
