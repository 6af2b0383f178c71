import { expect, onTestFinished, test, vi } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { makeUser } from "@/lib/db/testing";
import { makeBus } from "./bus";
import type { LiveEvent } from "./schema";

/** One instance, with what it hears for a person; ready when it listens to the database. */
async function instanceFor(user: UserId) {
  const bus = makeBus();
  const heard: LiveEvent[] = [];
  bus.subscribe(user, (event) => heard.push(event));
  onTestFinished(() => bus.close());
  await vi.waitFor(() => expect(heard).toEqual([{ type: "reconnected" }]), { timeout: 5_000 });
  heard.length = 0;
  return { bus, heard };
}

const changed = (...numbers: number[]): LiveEvent => ({ type: "tasks", numbers, seq: 1 });

test("this instance hears at once, another one through the database, each once", async () => {
  const { id: user } = await makeUser();
  const here = await instanceFor(user);
  const there = await instanceFor(user);
  here.bus.publish(user, changed(1));
  expect(here.heard).toEqual([changed(1)]);
  there.bus.publish(user, changed(2));
  await vi.waitFor(() => expect(here.heard).toEqual([changed(1), changed(2)]));
  await vi.waitFor(() => expect(there.heard).toContainEqual(changed(1)));
  expect(there.heard).toHaveLength(2);
});

test("a burst arrives whole and in order", async () => {
  const { id: user } = await makeUser();
  const here = await instanceFor(user);
  const there = await instanceFor(user);
  const burst = Array.from({ length: 500 }, (_, number) => changed(number));
  for (const event of burst) here.bus.publish(user, event);
  await vi.waitFor(() => expect(there.heard).toEqual(burst));
});

test("nobody hears of another person's things", async () => {
  const { id: user } = await makeUser();
  const { id: other } = await makeUser();
  const mine = await instanceFor(user);
  const theirs = await instanceFor(other);
  mine.bus.publish(user, changed(1));
  mine.bus.publish(other, changed(2));
  await vi.waitFor(() => expect(theirs.heard).toEqual([changed(2)]));
  expect(mine.heard).toEqual([changed(1)]);
});

test("a listener that fails doesn't keep others from hearing, and who left hears nothing", async () => {
  const { id: user } = await makeUser();
  const { bus, heard } = await instanceFor(user);
  bus.subscribe(user, () => {
    throw new Error("a broken listener");
  });
  const late: LiveEvent[] = [];
  const leave = bus.subscribe(user, (event) => late.push(event));
  bus.publish(user, changed(1));
  leave();
  leave();
  bus.publish(user, changed(2));
  expect(late).toEqual([changed(1)]);
  expect(heard).toEqual([changed(1), changed(2)]);
});

test("a lost connection comes back and says that something may have been missed", async () => {
  const { id: user } = await makeUser();
  const { heard } = await instanceFor(user);
  const there = makeBus();
  onTestFinished(() => there.close());
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'docket listen' AND datname = current_database()`;
  await vi.waitFor(() => expect(heard).toEqual([{ type: "reconnected" }]), { timeout: 5_000 });
  there.publish(user, changed(3));
  await vi.waitFor(() => expect(heard).toContainEqual(changed(3)));
});
