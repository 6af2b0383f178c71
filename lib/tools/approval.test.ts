import { expect, test } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { db } from "@/lib/db/client";
import { unsafeWithoutTriggers } from "@/lib/db/testing";
import { tasksOf } from "@/lib/tasks/store";
import { changesOf, decide, previewOf, sweepCalls } from "./run";
import { callOf, makePerson, numbersOf, today } from "./testing";

const approval = { delete: 3, change: 10 } as const;

/** Five tasks, and a reply that wants to delete four of them. */
async function makeWaiting() {
  const person = await makePerson();
  const numbers = await person.add("A", "B", "C", "D", "E");
  const reply = { ...(await person.startReply()), approval };
  const result = await person.attempt("delete_task", { numbers: numbers.slice(0, 4) }, { ...reply, callId: "s0c0" });
  return { ...person, reply, result, call: callOf(result) };
}

const live = async (user: Parameters<typeof tasksOf>[0]) => numbersOf((await tasksOf(user).list({}, today)).tasks);
const all = [1, 2, 3, 4, 5];

test("deleting more than three waits for a yes, and says what it would delete", async () => {
  const { user, run, attempt, reply, result, call } = await makeWaiting();
  expect(result).toMatchObject({
    status: "PENDING",
    summary: "Shall I move 4 tasks to the bin: “A”, “B” and 2 more?",
    call: { status: "PENDING", approvalExpiresAt: expect.any(String), decidedAt: null, changes: [] },
  });
  const left = Date.parse(call.approvalExpiresAt ?? "") - Date.parse(call.createdAt);
  expect(Math.round(left / 60_000)).toBe(10);
  expect(await live(user)).toEqual(all);
  await run("update_task", { numbers: [1], patch: { title: "Renamed" } });
  expect((await previewOf(user, call, today)).map((task) => task.title)).toEqual(["Renamed", "B", "C", "D"]);
  const again = await attempt("delete_task", { numbers: [1, 2, 3, 4] }, { ...reply, callId: "s0c0" });
  expect(again).toMatchObject({ status: "PENDING", call: { id: call.id } });
});

test("what a waiting call would change is told field by field, and nothing is changed by telling", async () => {
  const { user, add, attempt, startReply } = await makePerson();
  const numbers = await add(..."ABCDEFGHIJKL");
  const reply = { ...(await startReply()), approval };
  const input = { numbers, patch: { due: "2026-11-27", priority: "high" } };
  const call = callOf(await attempt("update_task", input, { ...reply, callId: "s0c0" }));
  expect(call.status).toBe("PENDING");
  const changes = await changesOf(user, call, today);
  expect(changes.map(({ number }) => number)).toEqual(numbers);
  expect(changes[0]).toMatchObject({
    before: { title: "A", dueDate: null, priority: "none" },
    after: { title: "A", dueDate: "2026-11-27", priority: "high" },
  });
  expect((await tasksOf(user).list({ priority: "high" }, today)).tasks).toEqual([]);
  expect(await activityOf(user).get(call.id)).toEqual(call);
});

test("a waiting call that would fail by now tells no changes", async () => {
  const { user, run, call } = await makeWaiting();
  expect(await changesOf(user, { ...call, toolName: "update_task", parameters: {} }, today)).toEqual([]);
  await run("delete_task", { numbers: [1] });
  expect((await changesOf(user, call, today)).map(({ number }) => number)).toEqual([2, 3, 4]);
});

test("a yes runs the call with what is on the record, once", async () => {
  const { user, call } = await makeWaiting();
  const decisions = await Promise.allSettled([1, 2, 3, 4].map(() => decide(user, call.id, true, today)));
  expect(decisions.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(decisions.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict", message: "That was decided already." },
  });
  expect(await live(user)).toEqual([5]);
  expect(await activityOf(user).get(call.id)).toMatchObject({
    status: "SUCCESS",
    decidedAt: expect.any(String),
    changes: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }],
  });
});

test("a no ends the call, and a yes after it changes nothing", async () => {
  const { user, attempt, reply, call } = await makeWaiting();
  expect(await decide(user, call.id, false, today)).toMatchObject({ call: { status: "DENIED", error: "refused" } });
  await expect(decide(user, call.id, true, today)).rejects.toMatchObject({ code: "conflict" });
  expect(await live(user)).toEqual(all);
  expect(await attempt("delete_task", { numbers: [1, 2, 3, 4] }, { ...reply, callId: "s0c0" })).toMatchObject({
    status: "DENIED",
    error: { code: "denied", message: "The person said no; nothing was changed." },
  });
});

test("a yes that comes too late finds the call expired", async () => {
  const { user, call } = await makeWaiting();
  await expire(user, call.id);
  expect(await decide(user, call.id, true, today)).toMatchObject({ call: { status: "DENIED", error: "expired" } });
  expect(await live(user)).toEqual(all);
});

test("the sweeper ends what nobody answers, and says which", async () => {
  const { user, call } = await makeWaiting();
  expect((await sweepCalls()).filter((swept) => swept.user === user)).toEqual([]);
  await expire(user, call.id);
  const swept = (await sweepCalls()).filter((each) => each.user === user);
  expect(swept).toMatchObject([{ call: { id: call.id, status: "DENIED", error: "expired" } }]);
});

function expire(user: string, id: string) {
  return unsafeWithoutTriggers("ToolCallLog", (tx) =>
    tx.toolCallLog.update({
      where: { userId_id: { userId: user, id } },
      data: { approvalExpiresAt: new Date(Date.now() - 1_000) },
    }),
  );
}

test("nobody else can decide, and what isn't there can't be decided", async () => {
  const { user, call } = await makeWaiting();
  const other = await makePerson();
  const words = { code: "not_found", message: "There is no such call on the record." };
  await expect(decide(other.user, call.id, true, today)).rejects.toMatchObject(words);
  await expect(decide(user, crypto.randomUUID(), true, today)).rejects.toMatchObject(words);
  expect(await live(user)).toEqual(all);
});

test("a yes to what no longer works says why", async () => {
  const { user, call } = await makeWaiting();
  await db.task.deleteMany({ where: { userId: user, number: 2 } });
  const { call: after } = await decide(user, call.id, true, today);
  expect(after).toMatchObject({ status: "ERROR", error: "There is no task #2." });
  expect(await live(user)).toEqual([1, 3, 4, 5]);
});

test("small deletions of one reply add up, also when they are made together", async () => {
  const { user, attempt, add, startReply } = await makePerson();
  await add("A", "B", "C", "D", "E", "F");
  const reply = { ...(await startReply()), approval };
  const remove = (numbers: number[], callId: string) => attempt("delete_task", { numbers }, { ...reply, callId });
  const results = await Promise.all([remove([1, 2], "s0c0"), remove([3, 4], "s0c1"), remove([5, 6], "s0c2")]);
  expect(results.map((result) => result.status).toSorted()).toEqual(["PENDING", "PENDING", "SUCCESS"]);
  expect(await live(user)).toHaveLength(4);
  const other = { ...(await startReply()), approval };
  const left = (await live(user)).slice(0, 2);
  expect(await attempt("delete_task", { numbers: left }, { ...other, callId: "s0c0" })).toMatchObject({
    status: "SUCCESS",
  });
});

test("what was approved doesn't count against what comes after it", async () => {
  const { user, attempt, reply, call } = await makeWaiting();
  await decide(user, call.id, true, today);
  expect(await attempt("delete_task", { numbers: [5] }, { ...reply, callId: "s1c0" })).toMatchObject({
    status: "SUCCESS",
  });
});

test("changing more than ten waits, and adding never does", async () => {
  const { user, attempt, startReply } = await makePerson();
  const reply = { ...(await startReply()), approval };
  for (let index = 0; index < 11; index++) {
    const added = await attempt("create_task", { title: `T${index}` }, { ...reply, callId: `s0c${index}` });
    expect(added.status).toBe("SUCCESS");
  }
  const numbers = await live(user);
  const change = (some: number[], callId: string) =>
    attempt("set_task_complete", { numbers: some, completed: true }, { ...reply, callId });
  expect((await change(numbers.slice(1), "s1c0")).status).toBe("SUCCESS");
  expect((await change(numbers.slice(1), "s1c1")).status).toBe("SUCCESS");
  expect((await change(numbers.slice(0, 1), "s1c2")).status).toBe("PENDING");
  // What waits counts too: nothing slips past it.
  expect((await change(numbers.slice(1, 2), "s1c3")).status).toBe("PENDING");
});

test("undoing counts as what it does: taking back new tasks deletes them", async () => {
  const { user, attempt, startReply } = await makePerson();
  const [first, second] = [await startReply(), await startReply()];
  for (let index = 0; index < 4; index++) {
    await attempt("create_task", { title: `T${index}` }, { ...first, callId: `s0c${index}` });
  }
  const undo = await attempt("undo_change", { reply: first.messageId }, { ...second, approval, callId: "s0c0" });
  expect(undo).toMatchObject({ status: "PENDING", summary: expect.stringContaining("undo what was done to 4 tasks") });
  const { call } = await decide(user, callOf(undo).id, true, today);
  expect(call).toMatchObject({ status: "SUCCESS" });
  expect(await live(user)).toEqual([]);
});

test("always, never, and a number of one's own", async () => {
  const { attempt, add, startReply } = await makePerson();
  await add("A", "B", "C", "D", "E", "F");
  const reply = await startReply();
  const remove = (numbers: number[], rule: "always" | "never" | number, callId: string) =>
    attempt("delete_task", { numbers }, { ...reply, callId, approval: { delete: rule, change: 10 } });
  expect((await remove([1], "always", "s0c0")).status).toBe("PENDING");
  expect((await remove([1, 2], 1, "s0c1")).status).toBe("PENDING");
  expect((await remove([1, 2, 3, 4, 5], "never", "s0c2")).status).toBe("SUCCESS");
  expect((await remove([99], "always", "s0c3")).status).toBe("ERROR");
});

test("without a reply, a token's last ten minutes count", async () => {
  const { user, attempt, add } = await makePerson();
  await add("A", "B", "C", "D");
  const data = { userId: user, name: "Client", tokenHash: "0".repeat(64), lastFour: "0000", scopes: ["delete"] };
  const token = await db.accessToken.create({ data });
  const remove = (numbers: number[]) =>
    attempt("delete_task", { numbers }, { source: "MCP", actorName: "Client", accessTokenId: token.id, approval });
  expect((await remove([1, 2, 3])).status).toBe("SUCCESS");
  expect((await remove([4])).status).toBe("PENDING");
});

test("an undo of nothing is on the record as the error that it is", async () => {
  const { attempt, startReply } = await makePerson();
  const reply = { ...(await startReply()), approval };
  const result = await attempt("undo_change", {}, { ...reply, callId: "s0c0" });
  expect(result).toMatchObject({ status: "ERROR", call: { error: "There is nothing left to undo." } });
});
