/** Figures by name: percentages with one decimal, or counts. null where there is nothing to measure. */
export type Figures = Record<string, number | null>;
/** A row of figures for each class, voice or tag. */
export type Table = Record<string, Figures>;

export type Wrong = { id: string } & Record<string, unknown>;
export type Score = { figures: Figures; counts?: Figures; tables: Record<string, Table>; wrong: Wrong[] };

export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number(((100 * part) / whole).toFixed(1));

/** The share of rows of which this holds; rows that say nothing of it (undefined or null) don't count. */
export function share<Row>(rows: Row[], holds: (row: Row) => boolean | null | undefined): number | null {
  const answers = rows.map(holds).filter((answer) => answer !== undefined && answer !== null);
  return percent(answers.filter(Boolean).length, answers.length);
}

/** Groups rows by a key, or by several at once, and measures each group; null without any keys. */
export function tableBy<Row>(
  rows: Row[],
  keysOf: (row: Row) => string[],
  measure: (rows: Row[]) => Figures,
): Table | null {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (groups.size === 0) return null;
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, group]) => [key, { n: group.length, ...measure(group) }]));
}

/** The tables that have rows, for spreading into a score. */
export const tablesOf = (tables: Record<string, Table | null>): Record<string, Table> =>
  Object.fromEntries(Object.entries(tables).flatMap(([name, table]) => (table ? [[name, table]] : [])));

type Origin = { source?: string | undefined; voice?: string | undefined };

/** Where the records came from, and who speaks in them, as far as they tell. */
export const byOrigin = <Row extends { gold: Origin }>(rows: Row[], measure: (rows: Row[]) => Figures) => ({
  per_source: tableBy(rows, ({ gold }) => (gold.source === undefined ? [] : [gold.source]), measure),
  per_voice: tableBy(rows, ({ gold }) => (gold.voice === undefined ? [] : [gold.voice]), measure),
});
