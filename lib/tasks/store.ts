import "server-only";
import { v7 as uuid } from "uuid";
import type { UserId } from "@/lib/auth/schema";
import { type Db, db, Prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { Today } from "@/lib/words/today";
import { changesOf } from "./changes/store";
import { completions, goingAlong, type HowToComplete, type Step } from "./family";
import { between, endOf } from "./order";
import { type Draft, drafted, type NewTask, type Patch, patched } from "./patch";
import { kept, missing, stale } from "./refusals";
import { type OnConflict, reversed } from "./reverse";
import type { Change, Task } from "./schema";
import { type TaskRow, taskFrom } from "./shape";
import { columns, viewsOf } from "./views/store";

const { sql } = Prisma;

/** The record is older than some fields of a task are. */
const whole = ({ before, after, ...change }: Change): Change => {
  const filled = (task: Task | null) => task && { ...unnamed, ...task };
  return { ...change, before: filled(before), after: filled(after) };
};
const unnamed = { parent: null, reminders: [], changed: 0 };

export type Tasks = ReturnType<typeof tasksOf>;

/**
 * The tasks of one person. Writes belong into a transaction: pass it, and hear of every change. A number that isn't there throws
 * not_found, before anything is written. A handful of statements each, however many tasks they name.
 */
export function tasksOf(user: UserId, tx: Db = db, onChange: (change: Change) => void = () => {}) {
  const rows = async (query: Prisma.Sql): Promise<Task[]> => (await tx.$queryRaw<TaskRow[]>(query)).map(taskFrom);

  const select = (numbers: number[], rest: Prisma.Sql) =>
    rows(sql`SELECT ${columns} FROM "Task" t WHERE t."userId" = ${user}::uuid AND t."number" = ANY(${numbers}::int[])
      ORDER BY t."number" ${rest}`);

  /** In the order in which they were asked for. */
  async function get(numbers: number[], rest = Prisma.empty): Promise<Task[]> {
    const found = new Map((await select(numbers, rest)).map((task) => [task.number, task]));
    const absent = numbers.filter((number) => !found.has(number));
    if (absent.length > 0) throw missing(absent);
    return numbers.flatMap((number) => found.get(number) ?? []);
  }

  // By number, so that two calls over the same tasks wait for each other instead of deadlocking.
  const lock = (numbers: number[]) => get(numbers, sql`FOR UPDATE`);

  const told = (before: Task | null, after: Task): Task => {
    onChange({ taskId: after.id, number: after.number, before, after });
    return after;
  };

  /** All steps in one statement. The version in the where holds even for a caller that didn't lock. */
  async function write(steps: Step[]): Promise<Task[]> {
    if (steps.length === 0) return [];
    const written = await rows(sql`
      UPDATE "Task" t SET "title" = n."title", "description" = n."description", "isCompleted" = n."isCompleted",
        "completedAt" = n."completedAt", "priority" = n."priority", "dueDate" = n."dueDate", "dueTime" = n."dueTime",
        "recurrence" = n."recurrence", "tags" = n."tags", "parent" = n."parent", "reminders" = n."reminders",
        "position" = n."position", "deletedAt" = n."deletedAt"
      FROM jsonb_populate_recordset(NULL::"Task", ${JSON.stringify(steps.map((step) => step.after))}::jsonb) n
      WHERE t."userId" = ${user}::uuid AND t."id" = n."id" AND t."version" = n."version"
      RETURNING ${columns}`);
    if (written.length < steps.length) throw stale(await get(steps.map(({ before }) => before.number)));
    const byId = new Map(written.map((task) => [task.id, task]));
    return steps.flatMap(({ before }) => told(before, byId.get(before.id) ?? before));
  }

  async function insert(drafts: NewTask[], from?: number): Promise<Task[]> {
    if (drafts.length === 0) return [];
    const numberless = drafts.filter((draft) => draft.number === undefined).length;
    let number = from ?? (numberless === 0 ? 0 : await nextNumbers(numberless));
    const complete = drafts.map((draft) => {
      const own = draft.number ?? number++;
      return { id: uuid(), version: 1, position: endOf(own), ...draft, number: own };
    });
    const inserted = await rows(sql`
      INSERT INTO "Task" AS t ("userId", "id", "number", "title", "description", "isCompleted", "completedAt", "priority",
        "dueDate", "dueTime", "recurrence", "tags", "parent", "reminders", "position", "version", "deletedAt")
      SELECT ${user}::uuid, "id", "number", "title", "description", "isCompleted", "completedAt", "priority",
        "dueDate", "dueTime", "recurrence", "tags", "parent", "reminders", "position", "version", "deletedAt"
      FROM jsonb_populate_recordset(NULL::"Task", ${JSON.stringify(complete)}::jsonb)
      RETURNING ${columns}`);
    return inserted.toSorted((a, b) => a.number - b.number).map((task) => told(null, task));
  }

  async function nextNumbers(count: number): Promise<number> {
    const { nextTaskNumber } = await tx.user.update({
      where: { id: user },
      data: { nextTaskNumber: { increment: count } },
      select: { nextTaskNumber: true },
    });
    return nextTaskNumber - count;
  }

  /** Locks the task that is to have a part, and takes the part's number: in this order, as all writers do. */
  async function nextNumberUnder(parent: number): Promise<number> {
    const [row] = await tx.$queryRaw<(TaskRow & { taken: number })[]>`
      UPDATE "User" u SET "nextTaskNumber" = u."nextTaskNumber" + 1
      FROM (SELECT t.* FROM "Task" t WHERE t."userId" = ${user}::uuid AND t."number" = ${parent} FOR UPDATE) t
      WHERE u."id" = t."userId" RETURNING u."nextTaskNumber" - 1 AS "taken", ${columns}`;
    if (!row) throw missing([parent]);
    kept(taskFrom(row));
    return row.taken;
  }

  async function create(draft: Draft, today: Today): Promise<Task> {
    const number = draft.parent ? await nextNumberUnder(draft.parent) : undefined;
    const [task] = await insert([drafted(draft, today)], number);
    if (!task) throw new Error("the new task didn't come back");
    return task;
  }

  /**
   * The patch may depend on the task; `parent` is told beforehand, so that all rows are locked at once. `version`: only if the tasks
   * are still as the caller saw them.
   */
  async function update(
    numbers: number[],
    patchFor: (task: Task) => Patch,
    today: Today,
    { version, parent }: { version?: number | undefined; parent?: number | null | undefined } = {},
  ): Promise<Task[]> {
    const family = await lock([...new Set([...numbers, ...(parent ? [parent] : [])])]);
    const tasks = family.slice(0, numbers.length);
    for (const task of family.slice(numbers.length)) kept(task);
    if (version !== undefined && tasks.some((task) => task.version !== version)) throw stale(tasks);
    return write(tasks.map((before) => ({ before: kept(before), after: patched(before, patchForIt(before), today) })));

    function patchForIt(task: Task): Patch {
      return { ...patchFor(task), ...(parent !== undefined && { parent }) };
    }
  }

  /** These tasks, locked, and all their parts beside them. */
  async function lockFamilies(numbers: number[]) {
    const family = await rows(sql`SELECT ${columns} FROM "Task" t WHERE t."userId" = ${user}::uuid
      AND (t."number" = ANY(${numbers}::int[]) OR t."parent" = ANY(${numbers}::int[])) ORDER BY t."number" FOR UPDATE`);
    const byNumber = new Map(family.map((task) => [task.number, task]));
    const absent = numbers.filter((number) => !byNumber.has(number));
    if (absent.length > 0) throw missing(absent);
    return {
      named: numbers.flatMap((number) => byNumber.get(number) ?? []),
      parts: family.filter(({ parent }) => parent !== null && numbers.includes(parent)),
    };
  }

  /** `along`: the parts that were completed, or opened again, with them. */
  async function setComplete(numbers: number[], isCompleted: boolean, today: Today, how: HowToComplete = {}) {
    const { named, parts } = await lockFamilies(numbers);
    const { own, along } = completions(named, parts, isCompleted, today, how);
    const changes = own.flatMap(({ before, result }) => (result ? [{ before, ...result }] : []));
    const written = await write([...changes, ...along]);
    await insert(changes.flatMap(({ done }) => done ?? []));
    return {
      changed: changes.map(({ before, occurrence }, index) => ({ task: written[index] ?? before, occurrence })),
      along: written.slice(changes.length),
      unchanged: own.flatMap(({ before, result }) => (result ? [] : [before.number])),
    };
  }

  /** Into the bin, or out of it; `along`: the parts that went with them. */
  async function setDeleted(numbers: number[], deletedAt: string | null) {
    const { named, parts } = await lockFamilies(numbers);
    const isOut = deletedAt === null;
    const wrong = named.filter((task) => (task.deletedAt === null) !== isOut);
    const along = goingAlong(wrong, parts, isOut);
    const written = await write([...wrong, ...along].map((before) => ({ before, after: { ...before, deletedAt } })));
    return {
      changed: written.slice(0, wrong.length),
      along: written.slice(wrong.length),
      unchanged: named.filter((task) => !wrong.includes(task)).map(({ number }) => number),
    };
  }

  /**
   * Right after one task, or else right before another, or else to the end. Tasks that a view hides may stand between, and stay there.
   */
  async function move(number: number, after: number | null, before: number | null): Promise<Task> {
    const anchor = after ?? before;
    if (anchor === number) throw new AppError("invalid", "A task can't be moved next to itself.");
    const isAfter = after !== null;
    const beyond = anchor === null ? sql`true` : sql`n."position" ${isAfter ? sql`>` : sql`<`} a."position"`;
    // In one look, so that the neighbours fit together whoever moves something else meanwhile.
    const [row] = await tx.$queryRaw<(TaskRow & { place: string | null; next: string | null })[]>`
      SELECT ${columns}, a."position" AS "place", (
        SELECT ${isAfter ? sql`min` : sql`max`}(n."position") FROM "Task" n
        WHERE n."userId" = ${user}::uuid AND n."number" <> ${number} AND ${beyond}) AS "next"
      FROM "Task" t LEFT JOIN "Task" a ON a."userId" = t."userId" AND a."number" = ${anchor ?? 0}
      WHERE t."userId" = ${user}::uuid AND t."number" = ${number} FOR UPDATE OF t`;
    if (!row) throw missing([number]);
    if (anchor !== null && row.place === null) throw missing([anchor]);
    const task = taskFrom(row);
    const position = isAfter ? between(row.place, row.next) : between(row.next, row.place);
    const [moved] = await write([{ before: kept(task), after: { ...task, position } }]);
    return moved ?? task;
  }

  /** Takes changes back, the newest first, all or none unless told otherwise; says how the tasks are then. */
  async function reverse(changes: Change[], how: OnConflict = "refuse"): Promise<Task[]> {
    const numbers = [...new Set(changes.map((change) => change.number))];
    const parents = changes.flatMap(({ before, after }) => [before?.parent ?? [], after?.parent ?? []].flat());
    const family = await select([...new Set([...numbers, ...parents])], sql`FOR UPDATE`);
    const now = new Map(family.filter(({ number }) => numbers.includes(number)).map((task) => [task.number, task]));
    const back = reversed(changes.map(whole), now, how);
    // What it was a part of may be gone for good meanwhile.
    const isThere = (parent: number | null) => [...family, ...back].some(({ number }) => number === parent);
    const goals = back.map((task) => (isThere(task.parent) ? task : { ...task, parent: null }));
    const purged = goals.filter((task) => !now.has(task.number));
    // First, since what was a part of them may come back to them.
    const inserted = await insert(purged.map((task) => ({ ...task, version: task.version + 1 })));
    const written = await write(
      goals.flatMap((after) => {
        const task = now.get(after.number);
        return task ? [{ before: task, after: { ...after, version: task.version } }] : [];
      }),
    );
    return [...written, ...inserted];
  }

  return {
    ...viewsOf(user, tx),
    ...changesOf(user, tx),
    get: (numbers: number[]) => get(numbers),
    /** Those of these that are there. */
    known: (numbers: number[]) => select(numbers, Prisma.empty),
    partsOf: (numbers: number[]) =>
      rows(sql`SELECT ${columns} FROM "Task" t WHERE t."userId" = ${user}::uuid AND t."parent" = ANY(${numbers}::int[])
        ORDER BY t."number"`),
    create,
    update,
    setComplete,
    remove: (numbers: number[]) => setDeleted(numbers, new Date().toISOString()),
    restore: (numbers: number[]) => setDeleted(numbers, null),
    move,
    reverse,
  };
}
