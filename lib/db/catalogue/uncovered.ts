import type { Client } from "pg";

/** Every CHECK, key, unique index, foreign key and trigger of the database that isn't among the seen ones. */
export async function uncovered(client: Client, seen: Set<string>): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'p', 'u', 'f', 'x') AND conrelid <> '_prisma_migrations'::regclass
    UNION
    SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indisunique AND relnamespace = 'public'::regnamespace AND indrelid <> '_prisma_migrations'::regclass
    UNION
    SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace
    ORDER BY name`);
  return rows.map(({ name }) => name).filter((name) => !seen.has(name));
}
