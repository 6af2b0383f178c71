import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { type Db, Prisma } from "@/lib/db/client";
import { cursorAfter, placeOf } from "@/lib/tasks/cursor";
import {
  type Counts,
  type Listed,
  type Sort,
  type TagCount,
  type TaskPage,
  type TaskQuery,
  type View,
  viewSchema,
} from "@/lib/tasks/schema";
import { type ListedRow, listedFrom } from "@/lib/tasks/shape";
import { addDays, weekdayOf } from "@/lib/words/calendar";
import { firstWeekday, type Today, timeIn, todayIn } from "@/lib/words/today";
import { instantOf } from "@/lib/words/zone";

const { sql } = Prisma;

/** Every column of a task, of a table that goes by the name t. */
export const columns = sql`t."id", t."number", t."title", t."description", t."isCompleted", t."completedAt", t."priority",
  t."dueDate"::text AS "dueDate", to_char(t."dueTime", 'HH24:MI') AS "dueTime", t."recurrence", t."tags", t."parent",
  t."reminders", t."position", t."version", t."changed", t."deletedAt", t."createdAt", t."updatedAt"`;

/** How many parts of t are left and done, beside each row of it. */
export const listedColumns = sql`${columns}, parts."openParts", parts."completedParts"`;
export const itsParts = sql`LEFT JOIN LATERAL (
  SELECT (count(*) FILTER (WHERE NOT c."isCompleted"))::int AS "openParts",
    (count(*) FILTER (WHERE c."isCompleted"))::int AS "completedParts"
  FROM "Task" c WHERE c."userId" = t."userId" AND c."parent" = t."number" AND c."deletedAt" IS NULL HAVING count(*) > 0
) parts ON true`;

const open = sql`NOT t."isCompleted" AND t."deletedAt" IS NULL`;

/** What each view holds. A task of today whose time has passed is overdue and still one of today. */
function holds(view: View, today: Today): Prisma.Sql {
  const date = sql`${todayIn(today)}::date`;
  const conditions: { [V in View]: Prisma.Sql } = {
    today: sql`${open} AND t."dueDate" = ${date}`,
    upcoming: sql`${open} AND t."dueDate" > ${date}`,
    overdue: sql`${open} AND (t."dueDate" < ${date} OR (t."dueDate" = ${date} AND t."dueTime" < ${timeIn(today)}::time))`,
    inbox: sql`${open} AND t."dueDate" IS NULL`,
    all: open,
    completed: sql`t."isCompleted" AND t."deletedAt" IS NULL`,
    bin: sql`t."deletedAt" IS NOT NULL`,
  };
  return conditions[view];
}

// Each order is one text that grows, compared byte by byte, so that one cursor fits all. "~" comes after every digit.
const byDue = sql`coalesce(to_char(t."dueDate", 'YYYY-MM-DD'), '~') || coalesce(to_char(t."dueTime", 'HH24:MI'), '~') || t."position"`;
const newestFirst = (column: Prisma.Sql) =>
  sql`lpad((9007199254740991 - (extract(epoch FROM ${column}) * 1000)::bigint)::text, 16, '0')`;
const orders: { [V in View]: Prisma.Sql } = {
  today: byDue,
  upcoming: byDue,
  overdue: byDue,
  inbox: sql`t."position"`,
  all: sql`t."position"`,
  completed: newestFirst(sql`t."completedAt"`),
  bin: newestFirst(sql`t."deletedAt"`),
};
const mostTags = 500;
// The enum's own order is from none to high.
const byPriority = sql`array_position(enum_range(NULL::"Priority"), t."priority")`;
const sorts: { [S in Sort]: Prisma.Sql } = {
  manual: sql`t."position"`,
  due: byDue,
  priority: sql`9 - ${byPriority} || ${byDue}`,
  // Letters as a person files them: without their case and accents.
  title: sql`left(regexp_replace(lower(normalize(t."title", NFKD)), '[\u0300-\u036f]+', '', 'g'), 200)`,
  created: newestFirst(sql`t."createdAt"`),
};

/** The tasks of one person, as lists. */
export function viewsOf(user: UserId, tx: Db) {
  async function list(query: TaskQuery, today: Today): Promise<TaskPage> {
    const { view = "all", sort, limit = 50 } = query;
    const words = wordsOf(query.text);
    const place = query.cursor === undefined ? null : placeOf(query.cursor, view, sort);
    const after = place ? sql`("key", "number") > (${place.key}, ${place.number})` : sql`true`;
    // Counts, sequence and page in one statement, so that they agree. The join keeps a row when the page is empty.
    const rows = await tx.$queryRaw<(ListedRow & { key: string; total: number; rest: number; seq: number })[]>`
      WITH matching AS (
        SELECT t."id", t."number", (${orderOf(query, view, words)}) COLLATE "C" AS "key" FROM "Task" t
        WHERE t."userId" = ${user}::uuid AND ${holds(view, today)} AND ${matches(query, words, today)}
      ), page AS (
        SELECT * FROM matching WHERE ${after} ORDER BY "key", "number" LIMIT ${limit}
      ), counts AS (
        SELECT count(*)::int AS "total", (count(*) FILTER (WHERE ${after}))::int AS "rest" FROM matching
      )
      SELECT counts.*, u."taskSeq" AS "seq", page."key", ${listedColumns}
      FROM counts JOIN "User" u ON u."id" = ${user}::uuid LEFT JOIN page ON true
      LEFT JOIN "Task" t ON t."userId" = ${user}::uuid AND t."id" = page."id" ${itsParts}
      ORDER BY page."key", page."number"`;
    const found = rows.filter((row) => row.id !== null);
    const { total = 0, rest = 0, seq = 0 } = rows[0] ?? {};
    const last = found.at(-1);
    const more = rest - found.length;
    const nextCursor = last && more > 0 ? cursorAfter({ view, sort, key: last.key, number: last.number }) : null;
    return { tasks: found.map(listedFrom), total, more, nextCursor, seq };
  }

  async function counts(today: Today): Promise<Counts> {
    const each = viewSchema.options.map((view) => {
      return sql`(count(*) FILTER (WHERE ${holds(view, today)}))::int AS ${Prisma.raw(`"${view}"`)}`;
    });
    const [row] = await tx.$queryRaw<Counts[]>`
      SELECT ${Prisma.join(each)} FROM "Task" t WHERE t."userId" = ${user}::uuid`;
    return row ?? { today: 0, upcoming: 0, overdue: 0, inbox: 0, all: 0, completed: 0, bin: 0 };
  }

  /** The tags of open tasks, in the order of the alphabet. */
  async function tags(): Promise<TagCount[]> {
    return tx.$queryRaw<TagCount[]>`
      SELECT min(tag COLLATE "C") AS "tag", count(*)::int AS "open" FROM "Task" t, unnest(t."tags") AS tag
      WHERE t."userId" = ${user}::uuid AND ${open} GROUP BY lower(tag) ORDER BY lower(tag) LIMIT ${mostTags}`;
  }

  async function pick(where: Prisma.Sql, order: Prisma.Sql): Promise<Listed[]> {
    const rows = await tx.$queryRaw<ListedRow[]>`
      SELECT ${listedColumns} FROM "Task" t ${itsParts} WHERE t."userId" = ${user}::uuid AND ${where} ORDER BY ${order} LIMIT 10`;
    return rows.map(listedFrom);
  }

  /** How much there is, what is due or matters most, what is left this week, and what was done in the last seven days. */
  async function overview(today: Today) {
    const week = new Date(today.now.getTime() - 7 * 86_400_000);
    const [dueFrom, dueTo] = [todayIn(today), lastDayOfWeek(today)];
    return {
      counts: await counts(today),
      urgent: await pick(
        sql`${open} AND (t."dueDate" <= ${todayIn(today)}::date OR t."priority" = 'high')`,
        sql`t."dueDate", t."dueTime", t."priority" DESC, t."position"`,
      ),
      thisWeek: { until: dueTo, ...(await list({ dueFrom, dueTo, sort: "due", limit: 20 }, today)) },
      doneLately: await pick(
        sql`${holds("completed", today)} AND t."completedAt" > ${week}::timestamptz`,
        sql`t."completedAt" DESC, t."number" DESC`,
      ),
    };
  }

  return { list, counts, tags, overview };
}

function lastDayOfWeek(today: Today): string {
  const date = todayIn(today);
  return addDays(date, 6 - ((weekdayOf(date) - firstWeekday(today) + 7) % 7));
}

const wordsOf = (text: string | undefined) => (text ?? "").toLowerCase().split(/\s+/).filter(Boolean);

const holdsAll = (text: Prisma.Sql, words: string[]) =>
  sql`NOT EXISTS (SELECT FROM unnest(${words}::text[]) AS word WHERE strpos(lower(${text}), word) = 0)`;
const inTitle = (words: string[]) => holdsAll(sql`t."title"`, words);
const inNotes = (words: string[]) => holdsAll(sql`concat_ws(' ', t."title", t."description")`, words);
const likeness = (words: string[]) => sql`word_similarity(${words.join(" ")}, t."title")`;

/** The first moment of a day on the person's wall. */
const dawn = (date: string, { timeZone }: Today) => instantOf({ date, time: "00:00" }, timeZone).instant;

function matches(query: TaskQuery, words: string[], today: Today): Prisma.Sql {
  const conditions = [
    words.length > 0 ? sql`(${query.inNotes ? inNotes(words) : inTitle(words)} OR ${likeness(words)} >= 0.4)` : null,
    query.tag === undefined
      ? null
      : sql`EXISTS (SELECT FROM unnest(t."tags") AS tag WHERE lower(tag) = lower(${query.tag}))`,
    query.priority === undefined ? null : sql`t."priority" = ${query.priority}::"Priority"`,
    query.dueFrom === undefined ? null : sql`t."dueDate" >= ${query.dueFrom}::date`,
    query.dueTo === undefined ? null : sql`t."dueDate" <= ${query.dueTo}::date`,
    query.doneFrom === undefined ? null : sql`t."completedAt" >= ${dawn(query.doneFrom, today)}::timestamptz`,
    query.doneTo === undefined ? null : sql`t."completedAt" < ${dawn(addDays(query.doneTo, 1), today)}::timestamptz`,
    query.numbers === undefined ? null : sql`t."number" = ANY(${query.numbers}::int[])`,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : sql`true`;
}

function orderOf(query: TaskQuery, view: View, words: string[]): Prisma.Sql {
  if (query.sort !== undefined) return sorts[query.sort];
  if (words.length > 0) {
    const worst = sql`to_char((1 - ${likeness(words)}) * 10000, 'FM00000')`;
    return sql`CASE WHEN ${inTitle(words)} THEN '0' ELSE '1' END || ${worst}`;
  }
  return view === "all" && (query.dueFrom ?? query.dueTo) !== undefined ? byDue : orders[view];
}
