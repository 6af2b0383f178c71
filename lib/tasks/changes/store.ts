import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { type Db, Prisma } from "@/lib/db/client";
import { missing } from "@/lib/tasks/refusals";
import type { Listed, TaskDetail } from "@/lib/tasks/schema";
import { type ListedRow, listedFrom, type TaskRow, taskFrom } from "@/lib/tasks/shape";
import { columns, itsParts, listedColumns } from "@/lib/tasks/views/store";

const { sql } = Prisma;
/** Whoever is further behind reads the list anew, which costs less. */
const mostChanges = 300;
const mostParts = 200;

type Sequence = { seq: number; floor: number };

/** What changed of the tasks of one person since they were read, and one task with its family. */
export function changesOf(user: UserId, tx: Db) {
  /** The tasks that changed after `since`, and their parents, whose counts of parts change with them. null: too many, or not known. */
  async function changedSince(since: number): Promise<{ seq: number; tasks: Listed[] | null }> {
    const rows = await tx.$queryRaw<(ListedRow & Sequence)[]>`
      WITH changed AS (
        SELECT "number", "parent" FROM "Task" WHERE "userId" = ${user}::uuid AND "changed" > ${since}
        ORDER BY "changed" LIMIT ${mostChanges + 1}
      ), family AS (SELECT "number" FROM changed UNION SELECT "parent" FROM changed)
      SELECT u."taskSeq" AS "seq", u."taskSeqFloor" AS "floor", ${listedColumns}
      FROM "User" u LEFT JOIN "Task" t ON t."userId" = u."id" AND t."number" = ANY(ARRAY(SELECT "number" FROM family)) ${itsParts}
      WHERE u."id" = ${user}::uuid ORDER BY t."number"`;
    const { seq = 0, floor = 0 } = rows[0] ?? {};
    const tasks = rows.filter((row) => row.id !== null).map(listedFrom);
    const isKnown =
      since >= floor && since <= seq && tasks.filter(({ changed }) => changed > since).length <= mostChanges;
    return { seq, tasks: isKnown ? tasks : null };
  }

  /** One task, what it is a part of, and its parts, those that are left first; of a task in the bin those in the bin. */
  async function detail(number: number): Promise<TaskDetail> {
    const [row] = await tx.$queryRaw<ListedRow[]>`
      SELECT ${listedColumns} FROM "Task" t ${itsParts} WHERE t."userId" = ${user}::uuid AND t."number" = ${number}`;
    if (!row) throw missing([number]);
    const task = listedFrom(row);
    const isPart = sql`t."parent" = ${number} AND (t."deletedAt" IS NULL) = ${task.deletedAt === null}`;
    const family = await tx.$queryRaw<TaskRow[]>`
      SELECT ${columns} FROM "Task" t WHERE t."userId" = ${user}::uuid AND (${isPart} OR t."number" = ${task.parent ?? 0})
      ORDER BY t."isCompleted", t."position", t."number" LIMIT ${mostParts}`;
    const tasks = family.map(taskFrom);
    const parent = tasks.find((each) => each.number === task.parent) ?? null;
    return { task, parent, subtasks: tasks.filter((each) => each !== parent) };
  }

  return { changedSince, detail };
}
