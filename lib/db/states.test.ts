import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { aReply, attempt, fresh, insert, its, lease, noLease, type Row, setStage, update } from "./catalogue/stage";
import { sessionAddress } from "./connection";
import { type MessageStatus, ToolCallStatus } from "./generated/enums";

// Both state machines, every pair of states: what may follow what, and that nothing else may.

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: sessionAddress(env.DATABASE_URL) });
  await client.connect();
  await setStage(client);
});

afterAll(() => client.end());

const isAllowed = (list: { [from: string]: string[] }, from: string, to: string) =>
  from === to || (list[from] ?? []).includes(to);

const pairs = (states: string[]) => states.flatMap((from) => states.map((to) => ({ from, to })));

/** The columns that a reply in this state must have. */
const replyIn: { [S in MessageStatus]: Row } = {
  PENDING: { status: "'PENDING'", ...noLease },
  PROCESSING: { status: "'PROCESSING'", ...lease },
  AWAITING_APPROVAL: { status: "'AWAITING_APPROVAL'", ...noLease },
  COMPLETED: { status: "'COMPLETED'", ...noLease },
  STOPPED: { status: "'STOPPED'", ...noLease },
  ERROR: { status: "'ERROR'", ...noLease },
};
const replyStates = Object.keys(replyIn) as MessageStatus[];
const afterReplyState = {
  PENDING: ["PROCESSING"],
  PROCESSING: ["AWAITING_APPROVAL", "COMPLETED", "STOPPED", "ERROR"],
  AWAITING_APPROVAL: ["PROCESSING"],
};
/** How a new reply comes into a state; nothing is made already waiting. */
const replyMade = (state: MessageStatus) =>
  state === "AWAITING_APPROVAL"
    ? [insert("Message", { ...aReply, ...replyIn.PROCESSING }), update("Message", fresh, replyIn[state])]
    : [insert("Message", { ...aReply, ...replyIn[state] })];

test.each(pairs(replyStates))("a reply goes from $from to $to only if it may", async ({ from, to }) => {
  const change = update("Message", fresh, { ...replyIn[to as MessageStatus], content: "'More.'" });
  const { refusedBy } = await attempt(client, ...replyMade(from as MessageStatus), change);
  const isFinal = ["COMPLETED", "STOPPED", "ERROR"].includes(from);
  expect(refusedBy === null).toBe(isAllowed(afterReplyState, from, to) && !isFinal);
});

const callStates = Object.keys(ToolCallStatus) as ToolCallStatus[];
const afterCallState = { PENDING: ["EXECUTING", "DENIED"], EXECUTING: ["SUCCESS", "ERROR"] };
const way: { [S in ToolCallStatus]: ToolCallStatus[] } = {
  PENDING: [],
  EXECUTING: ["EXECUTING"],
  SUCCESS: ["EXECUTING", "SUCCESS"],
  ERROR: ["EXECUTING", "ERROR"],
  DENIED: ["DENIED"],
};
const callTo = (state: string) =>
  update("ToolCallLog", fresh, { status: `'${state}'`, error: state === "ERROR" ? "'No'" : "NULL" });

test.each(pairs(callStates))("a call goes from $from to $to only if it may", async ({ from, to }) => {
  const made = [insert("ToolCallLog"), ...way[from as ToolCallStatus].map(callTo)];
  const { refusedBy } = await attempt(client, ...made, callTo(to));
  expect(refusedBy === null).toBe(isAllowed(afterCallState, from, to));
});

test("what is on the record may still be undone, and lose its links", async () => {
  const done = [
    insert("ToolCallLog", { conversationId: its.chat, messageId: its.reply }),
    callTo("EXECUTING"),
    callTo("SUCCESS"),
  ];
  const undone = update("ToolCallLog", fresh, { undoneById: its.doneCall });
  const alone = update("ToolCallLog", fresh, { conversationId: "NULL", messageId: "NULL" });
  expect(await attempt(client, ...done, undone, alone)).toMatchObject({ refusedBy: null });
});

test("a finished message may be archived, and come back", async () => {
  const archived = update("Message", its.reply, { archivedAt: "now()" });
  const back = update("Message", its.reply, { archivedAt: "NULL" });
  expect(await attempt(client, archived, back)).toMatchObject({ refusedBy: null });
});

test("a yes in time runs the call also after the time to decide has passed", async () => {
  const decided = [
    insert("ToolCallLog", { approvalExpiresAt: "now() + interval '10 minutes'" }),
    update("ToolCallLog", fresh, { decidedAt: "now()" }),
    update("ToolCallLog", fresh, { approvalExpiresAt: "now() - interval '1 second'" }),
  ];
  expect(await attempt(client, ...decided, callTo("EXECUTING"))).toMatchObject({ refusedBy: null });
});
