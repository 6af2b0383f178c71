import { AppError, type ErrorCode } from "@/lib/errors";

/** What the database said, whichever layer it came through. */
type Refusal = {
  /** SQLSTATE of PostgreSQL, such as 23505, or one of our triggers' own: DK001… */
  state: string | null;
  /** The CHECK, unique index or foreign key that was broken. */
  constraint: string | null;
  /** The client's own code, such as P2025; `kind` is the driver adapter's word for it. */
  code: string | null;
  kind: string | null;
};

type Answer = [code: ErrorCode, sentence: string, retryAfter?: number];

const busy: Answer = ["unavailable", "The server is busy. Nothing was changed; try again in a moment.", 2];
const away: Answer = ["unavailable", "The database can't be reached at the moment. Try again in a moment.", 2];
const unfit: Answer = ["invalid", "A value is not within what is allowed. Nothing was changed."];
const unreadable: Answer = ["invalid", "The text has a character that can't be stored. Remove it and try again."];

const byConstraint: { [constraint: string]: Answer } = {
  User_email_key: ["conflict", "There is already an account with this e-mail address."],
  User_email_check: ["invalid", "This is not an e-mail address."],
  User_name_check: ["invalid", "A name has at most 100 characters."],
  User_timeZone_check: ["invalid", "This is not a time zone."],
  Task_userId_number_key: ["conflict", "There is already a task with this number. Try again."],
  Task_title_check: ["invalid", "A title has 1 to 500 characters."],
  Task_description_check: ["invalid", "A description has at most 10,000 characters."],
  Task_dueDate_check: ["invalid", "A date lies between the years 1 and 9999."],
  Task_dueTime_check: ["invalid", "A time needs a date, and has hours and minutes only."],
  Task_recurrence_check: [
    "invalid",
    "A task that repeats needs a date to start from, and a rule of at most 500 characters.",
  ],
  Task_reminders_check: ["invalid", "A task has at most 5 reminders, each up to four weeks before it is due."],
  Task_parent_check: ["invalid", "A task can't be a subtask of itself."],
  Task_userId_parent_fkey: ["not_found", "The task that this is to be a part of is not there any more."],
  Task_tags_check: ["invalid", "A task has at most 20 tags of 1 to 50 characters."],
  Conversation_title_check: ["invalid", "A title has 1 to 200 characters."],
  Message_blank_check: ["invalid", "A message needs at least one character that can be seen."],
  Message_content_check: ["invalid", "A message has at most 10,000 characters."],
  Message_pkey: ["conflict", "There is already a message with this id."],
  Message_one_active_reply: [
    "conflict",
    "A reply is still being written in this conversation. Wait for it, or stop it.",
  ],
  ToolCallLog_userId_messageId_callId_key: ["conflict", "This call was made already."],
  ToolCallLog_userId_idempotencyKey_key: ["conflict", "This call was made already."],
};

const byState: { [state: string]: Answer } = {
  DK001: ["conflict", "When something was made can't be changed."],
  DK002: ["conflict", "What something is, and whose, can't be changed."],
  DK003: ["conflict", "A number was already given to something else. Try again."],
  DK004: ["conflict", "The reply is not in a state that allows this."],
  DK005: ["conflict", "This message is finished and can't be changed."],
  DK006: ["conflict", "This conversation is archived. Unarchive it to write in it."],
  DK007: ["conflict", "Another process has taken over this reply."],
  DK008: ["conflict", "The call is not in a state that allows this."],
  DK009: ["conflict", "What is on the record can't be changed."],
  DK010: ["invalid", "A call from the chat must name its conversation and its reply."],
  DK011: ["conflict", "The time to approve this has passed. Ask for it again."],
  DK012: ["conflict", "What is revoked stays revoked."],
  DK013: ["invalid", "Subtasks are one level deep: a subtask can't have subtasks."],
  "22001": unfit,
  "22003": unfit,
  "22007": unfit,
  "22008": unfit,
  "22021": unreadable,
  "22P02": unfit,
  "22P05": unreadable,
  "23502": unfit,
  "23503": ["not_found", "Something that this belongs to is not there any more."],
  "23505": ["conflict", "This is already there."],
  "23514": unfit,
  "25P03": busy,
  "40001": busy,
  "40P01": busy,
  "53100": ["unavailable", "The server's disk is full. Nothing was changed; what is stored can still be read.", 30],
  "53300": busy,
  "55P03": busy,
  "57014": busy,
};

/** The database's refusal as an error that a person may see; null for anything that isn't the database's. */
export function asAppError(error: unknown): AppError | null {
  const answer = answerTo(read(error));
  if (!answer) return null;
  const [code, sentence, retryAfter] = answer;
  return new AppError(code, sentence, { cause: error, ...(retryAfter && { retryAfter }) });
}

function answerTo({ state, constraint, code, kind }: Refusal): Answer | null {
  const known = (constraint && byConstraint[constraint]) || (state && byState[state]);
  if (known) return known;
  // 08: the connection broke; 57P: the server is stopping or starting.
  if (state?.startsWith("08") || state?.startsWith("57P") || (kind && unreachable.has(kind))) return away;
  if (kind === "PoolTimeout" || (code && slow.has(code))) return busy;
  if (code === "P2025") return ["not_found", "It is not there any more."];
  return null;
}

/** The client waited too long for a connection; a transaction took longer than it may; two of them met. */
const slow = new Set(["P2024", "P2028", "P2034"]);
const unreachable = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TlsConnectionError"]);

/** Whether this very unique index or key refused, for code that takes a refusal as an answer. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  const { state, constraint } = read(error);
  return state === "23505" && constraint === index;
}

/** Deadlocks and serialization failures: the same transaction may well succeed the next time. */
export function isWorthRetrying(error: unknown): boolean {
  const { state, code } = read(error);
  return state === "40001" || state === "40P01" || code === "P2034";
}

function read(error: unknown): Refusal {
  const code = text(error, "code");
  const cause = inside(inside(inside(error, "meta"), "driverAdapterError"), "cause") ?? inside(error, "cause");
  const message = text(cause, "message") ?? text(cause, "originalMessage") ?? text(error, "message") ?? "";
  return {
    state: text(cause, "originalCode") ?? text(cause, "code") ?? (isState(code) ? code : null),
    constraint: text(inside(cause, "constraint"), "index") ?? text(error, "constraint") ?? named(message),
    code,
    kind: text(cause, "kind") ?? spoken(message),
  };
}

/** What pg says in words only, before or between statements. */
function spoken(message: string): string | null {
  if (message.includes("timeout exceeded when trying to connect")) return "PoolTimeout";
  return /^Connection terminated|^Client has encountered a connection error/.test(message) ? "ConnectionClosed" : null;
}

const isState = (code: string | null) => code !== null && /^[0-9A-Z]{5}$/.test(code) && !/^P20\d\d$/.test(code);

/** The client drops the name of a CHECK from its fields; it stands in PostgreSQL's message in every language in quotes. */
const named = (message: string) => /constraint "([^"]+)"/.exec(message)?.[1] ?? null;

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function text(value: unknown, name: string): string | null {
  const found = inside(value, name);
  return typeof found === "string" ? found : null;
}
