import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { noFilters, withEngine } from "./schema-engine";

export const migrationsFolder = fileURLToPath(new URL("../prisma/migrations", import.meta.url));

/**
 * Applies the migrations that this database hasn't seen and returns their names. Each is one transaction: it is there
 * as a whole or not at all, and one that failed is tried again the next time. Two processes at once wait for each other.
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  // Session advisory locks need one connection of our own: `url` must lead to the server, not to a pooler.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await demandServer(client);
    await client.query("SELECT pg_advisory_lock(hashtext('docket migrations'))");
    const migrationsList = await read(folder);
    return await withEngine(url, async (engine) => {
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: noFilters,
      });
      for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      const applied = await engine.applyMigrations({ migrationsList, filters: noFilters }).catch(inWords);
      return applied.appliedMigrationNames;
    });
  } finally {
    await client.end(); // frees the lock
  }
}

/** The engine's message is a sentence amid the places of its own source; what matters of it is which migration, and why. */
function inWords(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(text)?.[1];
  const reason = text.split("\n").filter((line) => !/^ +(\d+:|with |at )|^external connector error$/.test(line));
  if (!name) throw error;
  throw new Error(`The migration ${name} failed and left nothing behind. ${reason.join("\n").trim()}`, {
    cause: error,
  });
}

async function demandServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  );
  if (rows[0].version < 150_000)
    throw new Error(`Docket needs PostgreSQL 15 or later; this server is ${Math.floor(rows[0].version / 10_000)}.`);
  if (rows[0].encoding !== "UTF8")
    throw new Error(`Docket needs a database with the encoding UTF8; this one has ${rows[0].encoding}.`);
}

async function read(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const migrationDirectories = names.map(async (name) => {
    const value = await readFile(path.join(baseDir, name, "migration.sql"), "utf8");
    return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
  });
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(migrationDirectories),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const url = process.argv[2] ?? process.env.DATABASE_URL;
  if (!url) throw new Error("Say which database: DATABASE_URL=postgres://… tsx scripts/migrate.ts");
  const applied = await migrate(url);
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
}
