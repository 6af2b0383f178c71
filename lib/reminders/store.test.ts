import { expect, onTestFinished, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { makeTask, makeUser } from "@/lib/db/testing";
import { subscribe } from "@/lib/live/bus";
import type { LiveEvent } from "@/lib/live/schema";
import { claimDue, noticesOf } from "./store";
import { sweepReminders } from "./sweep";
import { sayDue } from "./words";

const reader = { timeZone: "Europe/Paris", clock: "24h" } as const;

/** A person whose tasks have a reminder each that came due so many seconds ago. */
async function stage({ tasks = 1, ago = 1 } = {}) {
  const user = await makeUser({ timeZone: reader.timeZone });
  for (let place = 0; place < tasks; place++)
    await makeTask(user, {
      title: `Call ${place + 1}`,
      dueDate: new Date("2090-07-01"),
      dueTime: new Date("1970-01-01T15:00Z"),
    });
  await db.$executeRaw`
    UPDATE "Reminder" SET "at" = now() - make_interval(secs => ${ago}), "dueAt" = now() - make_interval(secs => ${ago})
    WHERE "userId" = ${user.id}::uuid`;
  return { user, notices: noticesOf(user.id) };
}

const of = (user: { id: UserId }, sounded: Awaited<ReturnType<typeof claimDue>>) =>
  sounded.filter((one) => one.user === user.id);

test("of two instances one has each reminder, and afterwards nobody", async () => {
  const { user, notices } = await stage({ tasks: 40 });
  const rounds = await Promise.all([claimDue(100), claimDue(100), claimDue(100), claimDue(100)]);
  const titles = of(user, rounds.flat()).map(({ notice }) => notice.title);
  expect(titles).toHaveLength(40);
  expect(new Set(titles).size).toBe(40);
  expect(of(user, await claimDue(100))).toEqual([]);
  expect(await notices.list(reader)).toMatchObject({ notices: expect.objectContaining({ length: 20 }), more: 20 });
});

test("who is open for it hears at once; what is not due is left alone", async () => {
  const { user } = await stage();
  await makeTask(user, { dueDate: new Date("2090-07-02"), dueTime: new Date("1970-01-01T15:00Z") });
  const heard: LiveEvent[] = [];
  onTestFinished(subscribe(user.id, (event) => heard.push(event)));
  expect(of(user, await sweepReminders())).toHaveLength(1);
  expect(heard).toContainEqual({ type: "reminders" });
  expect(of(user, await sweepReminders())).toEqual([]);
});

test("a dismissed notice is gone everywhere; a snoozed one sounds again, once", async () => {
  const { user, notices } = await stage({ tasks: 2 });
  await claimDue(100);
  const [first, second] = (await notices.list(reader)).notices;
  expect(await notices.dismiss(first?.id ?? "")).toBe(true);
  expect(await notices.snooze(second?.id ?? "", "10 minutes")).toBe(true);
  expect(await notices.list(reader)).toEqual({ notices: [], more: 0 });
  const { at } = await db.reminder.findUniqueOrThrow({
    where: { userId_id: { userId: user.id, id: second?.id ?? "" } },
  });
  expect(Math.abs(at.getTime() - Date.now() - 600_000)).toBeLessThan(60_000);
  await db.reminder.updateMany({
    where: { userId: user.id, sentAt: null },
    data: { at: new Date(Date.now() - 1_000) },
  });
  expect(of(user, await claimDue(100)).map(({ notice }) => notice.title)).toEqual([second?.title]);
  await notices.dismissAll();
  expect(await notices.list(reader)).toEqual({ notices: [], more: 0 });
});

test("until tomorrow morning is nine o'clock where the person is, or their own hour", async () => {
  const { user, notices } = await stage();
  await db.user.update({ where: { id: user.id }, data: { timeZone: "Pacific/Auckland" } });
  const { id } = await db.reminder.create({
    data: { userId: user.id, taskId: (await makeTask(user)).id, minutes: 5, at: new Date(), dueAt: new Date() },
  });
  await notices.snooze(id, "tomorrow");
  const { at } = await db.reminder.findUniqueOrThrow({ where: { userId_id: { userId: user.id, id } } });
  const wall = (moment: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "Pacific/Auckland", dateStyle: "short", timeStyle: "short" }).format(
      moment,
    );
  expect(wall(at)).toBe(wall(new Date(Date.now() + 86_400_000)).replace(/\d\d:\d\d$/, "09:00"));
});

test("nobody answers for another person", async () => {
  const { user, notices } = await stage();
  const { notices: others } = await stage();
  await claimDue(100);
  const [notice] = (await notices.list(reader)).notices;
  expect(await others.dismiss(notice?.id ?? "")).toBe(false);
  expect(await others.snooze(notice?.id ?? "", "1 hour")).toBe(false);
  expect((await notices.list(reader)).notices).toHaveLength(1);
  expect(user.id).not.toBe("");
});

test("a notice goes when its task is completed or moved, and a snooze too", async () => {
  const { user, notices } = await stage({ tasks: 2 });
  await claimDue(100);
  await db.task.updateMany({ where: { userId: user.id, title: "Call 1" }, data: { isCompleted: true } });
  await db.task.updateMany({ where: { userId: user.id, title: "Call 2" }, data: { dueDate: new Date("2091-01-01") } });
  expect((await notices.list(reader)).notices).toEqual([]);
  expect(await db.reminder.count({ where: { userId: user.id } })).toBe(1);
});

test("after hours without a server it still sounds, and says when it was due", async () => {
  const { user } = await stage({ ago: 3 * 3_600 });
  const [sounded] = of(user, await claimDue(100));
  expect(sounded?.late).toBeGreaterThan(10_000);
  expect(sounded?.notice.when).toMatch(/^Was due (yesterday )?at \d\d:\d\d$/);
});

test("the search for what is due has its index", async () => {
  await db.$executeRaw`ANALYZE "Reminder"`;
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw`EXPLAIN (FORMAT JSON)
      SELECT 1 FROM "Reminder" WHERE "sentAt" IS NULL AND "at" <= now() ORDER BY "at" LIMIT 200 FOR UPDATE SKIP LOCKED`;
  });
  expect(JSON.stringify(plan)).toContain("Reminder_waiting");
});

test.each([
  ["Due now", "2026-11-23T14:00:30Z", true],
  ["Due at 15:00", "2026-11-23T13:30:00Z", true],
  ["Was due at 15:00", "2026-11-23T18:00:00Z", true],
  ["Was due yesterday at 15:00", "2026-11-24T08:00:00Z", true],
  ["Due tomorrow at 15:00", "2026-11-22T14:00:00Z", true],
  ["Due Monday at 15:00", "2026-11-20T14:00:00Z", true],
  ["Due today", "2026-11-23T08:00:00Z", false],
  ["Was due yesterday", "2026-11-24T08:00:00Z", false],
])("%s", (words, now, hasTime) => {
  expect(sayDue({ dueAt: new Date("2026-11-23T14:00:00Z"), hasTime }, { ...reader, now: new Date(now) })).toBe(words);
});
