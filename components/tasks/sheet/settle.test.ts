import { expect, test, vi } from "vitest";
import { task } from "@/components/activity/testing";
import { Refused } from "@/components/ask";
import type { Call } from "@/lib/activity/schema";
import type { Task } from "@/lib/tasks/schema";
import { settle } from "./settle";
import { valuesOf } from "./values";

const stale = (tasks?: Task[]) => new Refused("The task was changed in the meantime.", 409, tasks ? { tasks } : {});
const callTo = (after: Task) =>
  ({ changes: [{ taskId: after.id, number: after.number, before: null, after }] }) as Partial<Call> as Call;

/** A server on which the task is as `now`, whatever the sheet believes. */
function serverWith(now: Task) {
  let current = now;
  const update = vi.fn(async ({ patch, version }: { patch?: object; version?: number }) => {
    if (version !== current.version) throw stale();
    current = { ...current, ...patch, version: current.version + 1 };
    return callTo(current);
  });
  return { update, read: async () => current };
}

test("what was changed is saved with the version that was seen", async () => {
  const seen = task({ version: 3 });
  const server = serverWith(seen);
  const outcome = await settle({ title: "Buy oat milk" }, valuesOf(seen), seen, server);
  expect(outcome).toMatchObject({ is: "saved", task: { title: "Buy oat milk", version: 4 } });
  expect(server.update).toHaveBeenCalledExactlyOnceWith({
    numbers: [12],
    patch: { title: "Buy oat milk" },
    version: 3,
  });
});

test("what is so already costs no request", async () => {
  const server = serverWith(task());
  expect(await settle({ priority: "none" }, valuesOf(task()), task(), server)).toMatchObject({ is: "same" });
  expect(server.update).not.toHaveBeenCalled();
});

test("another field that changed elsewhere is no conflict: both changes stand", async () => {
  const seen = task();
  const server = serverWith(task({ priority: "high", version: 2 }));
  const outcome = await settle({ title: "Buy oat milk" }, valuesOf(seen), seen, server);
  expect(outcome).toMatchObject({ is: "saved", task: { title: "Buy oat milk", priority: "high", version: 3 } });
});

test("the same field, changed to something else, is not written over", async () => {
  const seen = task();
  const server = serverWith(task({ title: "Buy bread", version: 2 }));
  const outcome = await settle({ title: "Buy oat milk" }, valuesOf(seen), seen, server);
  expect(outcome).toMatchObject({ is: "conflict", task: { title: "Buy bread" } });
  expect((await server.read()).title).toBe("Buy bread");
});

test("once the person has seen theirs, keeping mine writes over it", async () => {
  const theirs = task({ title: "Buy bread", version: 2 });
  const outcome = await settle({ title: "Buy oat milk" }, valuesOf(theirs), theirs, serverWith(theirs));
  expect(outcome).toMatchObject({ is: "saved", task: { title: "Buy oat milk" } });
});

test("a refusal that says how the task is now spares the question", async () => {
  const now = task({ title: "Buy bread", version: 2 });
  const read = vi.fn();
  const door = { read, update: () => Promise.reject(stale([now])) };
  expect(await settle({ title: "Oats" }, valuesOf(task()), task(), door)).toMatchObject({ is: "conflict", task: now });
  expect(read).not.toHaveBeenCalled();
});

test("any other refusal is thrown, and asked for once", async () => {
  const inBin = new Refused("It is in the bin. Restore it first.", 409);
  const update = vi.fn(() => Promise.reject(inBin));
  const door = { update, read: async () => task() };
  await expect(settle({ title: "Oats" }, valuesOf(task()), task(), door)).rejects.toBe(inBin);
  expect(update).toHaveBeenCalledOnce();
});

test("fields are cleared by the word that the tool knows", async () => {
  const seen = task({ description: "whole", dueDate: "2026-11-27", dueTime: "17:00", recurrence: "FREQ=WEEKLY" });
  const update = vi.fn(async () => callTo(seen));
  const door = { update, read: async () => seen };
  await settle({ description: "", due: null, recurrence: null }, valuesOf(seen), seen, door);
  expect(update).toHaveBeenCalledWith(
    expect.objectContaining({ patch: { description: "remove", due: "remove", recurrence: "remove" } }),
  );
});
