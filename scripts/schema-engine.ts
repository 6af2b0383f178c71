import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { sessionAddress } from "@/lib/db/connection";

// Prisma's own migration engine, in WebAssembly: the native one is a download from outside the npm registry. It writes
// the same `_prisma_migrations`, so `prisma migrate deploy` can go on where this left off, and the other way round.

export const noFilters: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Gives `work` an engine that is connected to this database; the connections are closed afterwards. */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: sessionAddress(url), connectionTimeoutMillis: 10_000 });
  const datamodels: [string, string][] = [[schemaPath, await readFile(schemaPath, "utf8")]];
  const Engine = await loadEngine();
  const engine = await Engine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new CuredPrismaPg(pool)),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

export const schemaPath = fileURLToPath(new URL("../prisma/schema.prisma", import.meta.url));

/** The schema in the engine's words; a test passes the text of a planted one. */
export async function schemaFiles(text?: string) {
  return { files: [{ path: schemaPath, content: text ?? (await readFile(schemaPath, "utf8")) }] };
}

/** What separates the database from the schema: as SQL, or in words ("No difference detected."). */
export async function difference(url: string, form: "sql" | "words", schema?: string): Promise<string> {
  const files = await schemaFiles(schema);
  return withEngine(url, async (engine) => {
    const found = await engine.diff({
      from: { tag: "schemaDatasource", configDir: "prisma", ...files },
      to: { tag: "schemaDatamodel", ...files },
      script: form === "sql",
      exitCode: null,
      filters: noFilters,
    });
    return (found.stdout ?? "").trim();
  });
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Io = { performIO(query: SqlQuery): Promise<pg.QueryArrayResult> };

const charOid = 18;
const textOid = 25;

/** The adapter has two faults that only migrations meet. These are its internals: versions are pinned, and a test meets both. */
class CuredPrismaPg extends PrismaPg {
  override async connect(): Promise<PgAdapter> {
    const adapter = await super.connect();
    // It splits a script at every semicolon, also inside the body of a function.
    adapter.executeScript = (script) => inOneTransaction(adapter.underlyingDriver(), script);

    // It doesn't know PostgreSQL's one-byte type "char", which the catalogue is full of.
    const charColumns = new WeakMap<unknown[], number[]>();
    const io = adapter as unknown as Io; // private in its types
    const performIO = io.performIO.bind(adapter);
    io.performIO = async (query) => {
      const result = await performIO(query);
      const places = result.fields.flatMap((field, place) => (field.dataTypeID === charOid ? [place] : []));
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
      charColumns.set(result.rows, places);
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const place of charColumns.get(result.rows) ?? []) result.columnTypes[place] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/**
 * Runs a migration, and writes that it is finished, in one transaction. The engine writes that only afterwards, so a
 * process that dies in between would leave a migration that is applied and looks as if it weren't.
 */
async function inOneTransaction(pool: pg.Pool, script: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(script);
    await client.query(`DO $$ BEGIN
      IF to_regclass('_prisma_migrations') IS NOT NULL THEN
        UPDATE _prisma_migrations SET finished_at = now()
        WHERE finished_at IS NULL AND rolled_back_at IS NULL;
      END IF;
    END $$`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    // In any other form the engine would only say that something outside of it failed.
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = "", severity = "", message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
  } finally {
    client.release();
  }
}

let loaded: Promise<typeof SchemaEngine> | undefined;

function loadEngine(): Promise<typeof SchemaEngine> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<typeof SchemaEngine> {
  // Without it a panic of the engine hides its reason.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } });
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.replace(/\.js$/, ".wasm"));
  const functions = Object.entries(glue as unknown as WebAssembly.ModuleImports).map(([name, value]) => [
    name,
    // The engine limits its wait for a lock and never clears the timer: a script would stay alive for 10 s more.
    name.startsWith("__wbg_setTimeout") ? (call: () => void, after: number) => setTimeout(call, after).unref() : value,
  ]);
  const imports = { "./schema_engine_bg.js": Object.fromEntries(functions) };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  // The generated typings leave out the two functions that the bundler's loader would call.
  const { __wbg_set_wasm } = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}
