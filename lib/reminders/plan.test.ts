import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeTask, makeUser } from "@/lib/db/testing";
import { instantOf } from "@/lib/words/zone";

// What the triggers plan, asked of the database: no code of the product stands between a task and its reminders.

const day = (date: string) => new Date(`${date}T00:00:00Z`);
const time = (clock: string) => new Date(`1970-01-01T${clock}:00Z`);
const key = ({ userId, id }: { userId: string; id: string }) => ({ userId_id: { userId, id } });

const planned = async (userId: string) =>
  (await db.reminder.findMany({ where: { userId }, orderBy: { at: "asc" } })).map(({ at }) => at.toISOString());

async function stage(settings: object = {}, timeZone = "Europe/Paris") {
  const user = await makeUser({ timeZone });
  await db.user.update({ where: { id: user.id }, data: { settings: { reminders: settings } } });
  const task = await makeTask(user, { dueDate: day("2090-07-01"), dueTime: time("15:00") });
  return { user, task };
}

test("a task with a time sounds at that time, in the person's zone; a day without a time does not, unless they want it", async () => {
  const { user } = await stage();
  await makeTask(user, { dueDate: day("2090-07-02") });
  expect(await planned(user.id)).toEqual(["2090-07-01T13:00:00.000Z"]);
  await db.user.update({
    where: { id: user.id },
    data: { settings: { reminders: { wholeDays: true, dayTime: "08:30", minutes: 15 } } },
  });
  expect(await planned(user.id)).toEqual(["2090-07-01T12:45:00.000Z", "2090-07-02T06:15:00.000Z"]);
  await db.user.update({ where: { id: user.id }, data: { settings: { reminders: { minutes: null } } } });
  expect(await planned(user.id)).toEqual([]);
});

test("a task's own reminders come instead of the default, on a day without a time as from nine o'clock", async () => {
  const { user, task } = await stage({ minutes: null });
  await db.task.update({ where: key(task), data: { reminders: [0, 30, 30] } });
  await makeTask(user, { dueDate: day("2090-07-02"), reminders: [60] });
  expect(await planned(user.id)).toEqual([
    "2090-07-01T12:30:00.000Z",
    "2090-07-01T13:00:00.000Z",
    "2090-07-02T06:00:00.000Z",
  ]);
});

test("moved, completed, opened again, deleted, restored, in another zone: what sounds follows", async () => {
  const { user, task } = await stage();
  const set = (data: Parameters<typeof db.task.update>[0]["data"]) => db.task.update({ where: key(task), data });
  await set({ dueDate: day("2090-12-01"), dueTime: time("08:00") });
  expect(await planned(user.id)).toEqual(["2090-12-01T07:00:00.000Z"]);
  await set({ isCompleted: true });
  expect(await planned(user.id)).toEqual([]);
  await set({ isCompleted: false });
  await set({ deletedAt: new Date() });
  expect(await planned(user.id)).toEqual([]);
  await set({ deletedAt: null });
  await db.user.update({ where: { id: user.id }, data: { timeZone: "America/New_York" } });
  expect(await planned(user.id)).toEqual(["2090-12-01T13:00:00.000Z"]);
  await set({ dueDate: null, dueTime: null });
  expect(await planned(user.id)).toEqual([]);
  await set({ title: "Something else" });
  expect(await planned(user.id)).toEqual([]);
});

test("what was past before anybody could be reminded of it stays silent, but for this very minute", async () => {
  const { user } = await stage({}, "UTC");
  const [{ now } = { now: new Date() }] = await db.$queryRaw<{ now: Date }[]>`SELECT now()`;
  const at = (minutes: number) => {
    const wall = new Date(now.getTime() + minutes * 60_000).toISOString();
    return { dueDate: day(wall.slice(0, 10)), dueTime: time(wall.slice(11, 16)) };
  };
  await makeTask(user, { title: "An hour ago", ...at(-60) });
  const soon = await makeTask(user, { title: "In ten minutes", ...at(10), reminders: [0, 30] });
  await makeTask(user, { title: "This minute", ...at(0) });
  const rows = await db.reminder.findMany({ where: { userId: user.id, dueAt: { lt: day("2080-01-01") } } });
  expect(rows).toHaveLength(2);
  expect(rows.filter(({ taskId }) => taskId === soon.id).map(({ minutes }) => minutes)).toEqual([0]);
});

test("a change of many tasks plans them together, each for its own person", async () => {
  const { user } = await stage();
  const other = await stage();
  await makeTask(user, { dueDate: day("2090-07-03"), dueTime: time("10:00") });
  await db.task.updateMany({
    where: { userId: { in: [user.id, other.user.id] } },
    data: { dueDate: day("2091-01-01") },
  });
  expect(await planned(user.id)).toEqual(["2091-01-01T09:00:00.000Z", "2091-01-01T14:00:00.000Z"]);
  expect(await planned(other.user.id)).toEqual(["2091-01-01T14:00:00.000Z"]);
});

test("a zone that the database doesn't know counts as UTC and stops nobody from writing a task", async () => {
  const { user } = await stage({}, "Mars/Olympus");
  expect(await planned(user.id)).toEqual(["2090-07-01T15:00:00.000Z"]);
});

test("the database reads a wall clock as the rest of Docket does, also where it is turned", async () => {
  const zones = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"];
  const walls: { date: string; time: string; zone: string }[] = [];
  for (const zone of zones)
    for (const date of [
      "2026-03-08",
      "2026-03-29",
      "2026-04-05",
      "2026-10-04",
      "2026-10-25",
      "2026-11-01",
      "2026-07-15",
    ])
      for (let minute = 0; minute < 24 * 60; minute += 15)
        walls.push({
          date,
          time: `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
          zone,
        });
  const rows = await db.$queryRaw<{ instant: Date }[]>`
    SELECT docket_instant(wall, zone) AS "instant"
    FROM unnest(${walls.map((one) => `${one.date} ${one.time}`)}::timestamp[], ${walls.map(({ zone }) => zone)}::text[])
      WITH ORDINALITY AS w (wall, zone, place) ORDER BY place`;
  const differing = walls.filter(
    ({ date, time, zone }, place) =>
      instantOf({ date, time }, zone).instant.getTime() !== rows[place]?.instant.getTime(),
  );
  expect(differing).toEqual([]);
});
