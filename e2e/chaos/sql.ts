import pg from "pg";

export type Row = Record<string, unknown>;
export type Sql = <Result extends object = Row>(text: string, values?: unknown[]) => Promise<Result[]>;

/** Queries of a test's own; after a restart of the database it connects anew. */
export function openSql(url: string): { query: Sql; end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000, allowExitOnIdle: true });
  // A connection that breaks while nobody uses it is no trouble.
  pool.on("error", () => {});
  return {
    query: async <Result extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Result & pg.QueryResultRow>(text, values)).rows,
    end: () => pool.end(),
  };
}
