import { insert, type Row, type Table, update } from "./stage";

/** A statement that the database refuses, and by what. */
export type Case = { by: string; says: string; statements: string[] };

export const refused = (by: string, says: string, ...statements: string[]): Case => ({ by, says, statements });

/** An insert that differs from a fine row in these columns. */
export const refusedInsert = (table: Table, rule: string, overrides: Row): Case =>
  refused(`${table}_${rule}`, `insert ${words(overrides)}`, insert(table, overrides));

export const refusedUpdate = (table: Table, rule: string, key: string, values: Row): Case =>
  refused(`${table}_${rule}`, `update ${words(values)}`, update(table, key, values));

/** For a CHECK that no statement reaches, because a trigger corrects the value before. */
export const withoutTriggers = (table: Table) => `ALTER TABLE "${table}" DISABLE TRIGGER USER`;

const words = (row: Row) =>
  Object.entries(row)
    .map(([column, value]) => `${column} ${value.replace(/00000000-0000-7000-8000-0+/, "…")}`)
    .join(", ");
