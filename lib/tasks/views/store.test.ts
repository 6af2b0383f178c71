import { expect, test } from "vitest";
import { makeUser } from "@/lib/db/testing";
import type { Draft } from "@/lib/tasks/patch";
import { type Sort, sortSchema } from "@/lib/tasks/schema";
import { tasksOf } from "@/lib/tasks/store";

const today = { now: new Date("2026-11-22T15:30:00Z"), timeZone: "Europe/Paris" };

async function withTasks(...drafts: Draft[]) {
  const { id } = await makeUser();
  const tasks = tasksOf(id);
  for (const draft of drafts) await tasks.create(draft, today);
  return tasks;
}

const drafts: Draft[] = [
  { title: "Zebra", priority: "low", dueDate: "2026-12-01", tags: ["Zoo", "home"] },
  { title: "éclair", tags: ["Home"] },
  { title: "apple", priority: "high" },
  { title: "Egg", priority: "high", dueDate: "2026-11-30", dueTime: "09:00", description: "from the farm" },
  { title: "Fig", dueDate: "2026-11-30", tags: ["home"] },
];

const orders: { [S in Sort]: string[] } = {
  manual: ["Zebra", "éclair", "apple", "Egg", "Fig"],
  due: ["Egg", "Fig", "Zebra", "éclair", "apple"],
  priority: ["Egg", "apple", "Zebra", "Fig", "éclair"],
  title: ["apple", "éclair", "Egg", "Fig", "Zebra"],
  created: ["Fig", "Egg", "apple", "éclair", "Zebra"],
};

test.each(sortSchema.options)("a list sorted by %s pages in that order", async (sort) => {
  const tasks = await withTasks(...drafts);
  const titles: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await tasks.list({ sort, limit: 2, ...(cursor && { cursor }) }, today);
    titles.push(...page.tasks.map(({ title }) => title));
    expect(page).toMatchObject({ total: 5, more: 5 - titles.length, seq: 5 });
    cursor = page.nextCursor;
  } while (cursor);
  expect(titles).toEqual(orders[sort]);
});

test("a cursor of another order is refused", async () => {
  const tasks = await withTasks(...drafts);
  const { nextCursor } = await tasks.list({ sort: "due", limit: 2 }, today);
  await expect(tasks.list({ sort: "title", limit: 2, cursor: nextCursor ?? "" }, today)).rejects.toThrow("That cursor");
});

test("tags are counted whatever their case, of open tasks alone", async () => {
  const tasks = await withTasks(...drafts);
  expect(await tasks.tags()).toEqual([
    { tag: "Home", open: 3 },
    { tag: "Zoo", open: 1 },
  ]);
  await tasks.setComplete([1], true, today);
  expect(await tasks.tags()).toEqual([{ tag: "Home", open: 2 }]);
});

test("a search may look into the notes, and a list says how many parts are left and done", async () => {
  const tasks = await withTasks(...drafts, { title: "Boil it", parent: 4 });
  const found = async (inNotes: boolean) =>
    (await tasks.list({ text: "farm", inNotes }, today)).tasks.map(({ number, subtasks }) => ({ number, subtasks }));
  expect(await found(false)).toEqual([]);
  expect(await found(true)).toEqual([{ number: 4, subtasks: { open: 1, completed: 0 } }]);
});
