import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeTask, makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { sweepTasks } from "./store";

test("the bin forgets what has lain in it for 30 days, and nothing else", async () => {
  const user = await makeUser();
  const old = await makeTask(user, { title: "old" });
  await makeTask(user, { title: "young", deletedAt: new Date() });
  await makeTask(user, { title: "kept" });
  const deletedAt = new Date(Date.now() - 31 * 24 * 3_600_000);
  await unsafeWithoutTriggers("Task", (tx) =>
    tx.task.update({ where: { userId_id: { userId: user.id, id: old.id } }, data: { deletedAt } }),
  );
  await sweepTasks();
  const left = await db.task.findMany({ where: { userId: user.id }, orderBy: { number: "asc" } });
  expect(left.map(({ title }) => title)).toEqual(["young", "kept"]);
});
