import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate, migrationsFolder } from "./migrate";
import { newMigration } from "./migrate-new";
import { difference, schemaPath } from "./schema-engine";
import { command, dropDatabase, makeDatabase, scratchName } from "./scratch";

const server = inject("databaseServer");

async function database(template?: string): Promise<string> {
  const name = scratchName("migrate");
  const url = await makeDatabase(server.url, name, template);
  onTestFinished(() => dropDatabase(server.url, name));
  return url;
}

const migrated = () => database(server.template);

/** A folder of migrations: name → SQL. */
async function migrations(scripts: { [name: string]: string }): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "docket-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(scripts)) await write(folder, name, sql);
  return folder;
}

async function write(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

/** A copy of our own migrations, to add one to. */
async function ours(): Promise<string> {
  const folder = await migrations({});
  await cp(migrationsFolder, folder, { recursive: true });
  return folder;
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result.rows;
}

const tables = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND relname <> '_prisma_migrations' ORDER BY 1`;
const trigger = `
  CREATE TABLE "Thing" ("id" int PRIMARY KEY, "note" text);
  CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."note" := upper(NEW."note"); RETURN NEW; END; $$;
  CREATE TRIGGER "Thing_shout" BEFORE INSERT ON "Thing" FOR EACH ROW EXECUTE FUNCTION shout();`;

test("schema.prisma and the migrations describe the same database", async () => {
  expect(await difference(await migrated(), "words")).toBe("No difference detected.");
});

test("a column that only the schema has is found", async () => {
  const schema = await readFile(schemaPath, "utf8");
  const planted = schema.replace("model Task {", "model Task {\n  colour String?");
  expect(await difference(await migrated(), "sql", planted)).toContain(
    'ALTER TABLE "Task" ADD COLUMN     "colour" TEXT',
  );
});

test("a column, an index and a foreign key that only the database lacks or has are found", async () => {
  const url = await migrated();
  await command(url, 'ALTER TABLE "Task" ADD COLUMN "colour" text, DROP CONSTRAINT "Task_userId_fkey"');
  await command(url, 'DROP INDEX "Task_title_trigrams"');
  const sql = await difference(url, "sql");
  expect(sql).toContain('DROP COLUMN "colour"');
  expect(sql).toContain('"Task_userId_fkey" FOREIGN KEY');
  expect(sql).toContain('"Task_title_trigrams"');
});

test("a migration may hold functions and triggers, semicolons and all", async () => {
  const url = await database();
  expect(await migrate(url, await migrations({ "1_thing": trigger }))).toEqual(["1_thing"]);
  await command(url, `INSERT INTO "Thing" VALUES (1, 'hello; there')`);
  expect(await rows(url, 'SELECT "note" FROM "Thing"')).toEqual([{ note: "HELLO; THERE" }]);
});

test("what is applied is not applied again, and the next one is", async () => {
  const url = await database();
  const folder = await migrations({ "1_one": 'CREATE TABLE "One" ("id" int)' });
  await migrate(url, folder);
  expect(await migrate(url, folder)).toEqual([]);
  await write(folder, "2_two", 'CREATE TABLE "Two" ("id" int)');
  expect(await migrate(url, folder)).toEqual(["2_two"]);
});

test("a migration that fails leaves nothing of itself, says why, and can be tried again once it is right", async () => {
  const url = await database();
  const folder = await migrations({
    "1_good": 'CREATE TABLE "Good" ("id" int)',
    "2_bad": `${trigger} INSERT INTO "Nowhere" VALUES (1);`,
    "3_later": 'CREATE TABLE "Later" ("id" int)',
  });
  await expect(migrate(url, folder)).rejects.toThrow(/^The migration 2_bad failed and left nothing behind.*Nowhere$/);
  expect(await rows(url, tables)).toEqual([{ name: "Good" }]);
  await expect(migrate(url, folder)).rejects.toThrow(/2_bad/);
  await write(folder, "2_bad", trigger);
  expect(await migrate(url, folder)).toEqual(["2_bad", "3_later"]);
  expect(await rows(url, tables)).toEqual([{ name: "Good" }, { name: "Later" }, { name: "Thing" }]);
});

test("a process that dies between a migration and its entry in the books doesn't make it run twice", async () => {
  const url = await database();
  const first = await migrations({ "1_one": 'CREATE TABLE "One" ("id" int)' });
  await migrate(url, first);
  // The engine enters the end of a migration afterwards, here in vain: as if it had died in between.
  await command(
    url,
    `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'died'; END; $$;
     CREATE TRIGGER die BEFORE UPDATE ON _prisma_migrations FOR EACH ROW WHEN (NEW.applied_steps_count > 0) EXECUTE FUNCTION die()`,
  );
  await write(first, "2_two", 'CREATE TABLE "Two" ("id" int)');
  await expect(migrate(url, first)).rejects.toThrow("died");
  await command(url, "DROP TRIGGER die ON _prisma_migrations");
  expect(await migrate(url, first)).toEqual([]);
  expect(await rows(url, tables)).toEqual([{ name: "One" }, { name: "Two" }]);
});

test("a process that was killed in a migration doesn't keep the next one from it", async () => {
  const url = await database();
  const folder = await migrations({ "1_one": 'CREATE TABLE "One" ("id" int)' });
  await migrate(url, folder);
  // What a kill leaves: the row that says the migration began, and none of its tables.
  await command(url, 'DROP TABLE "One"; UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0');
  expect(await migrate(url, folder)).toEqual(["1_one"]);
  expect(await rows(url, tables)).toEqual([{ name: "One" }]);
});

test("two processes that migrate at once do it once", async () => {
  const url = await database();
  const script = path.join(import.meta.dirname, "migrate.ts");
  const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", script, url]);
  const said = (await Promise.all([run(), run()])).map(({ stdout }) => stdout.trim()).sort();
  expect(said).toEqual([expect.stringMatching(/^Applied \d+_init/), "The database is up to date."]);
});

test("a database that can't hold every character is refused before anything is written", async () => {
  const name = scratchName("latin");
  await command(
    server.url,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc`,
  );
  onTestFinished(() => dropDatabase(server.url, name));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await expect(migrate(url.href)).rejects.toThrow("UTF8; this one has LATIN1");
});

test("the next migration is what the schema has and the migrations don't", async () => {
  const folder = await ours();
  const schema = (await readFile(schemaPath, "utf8")).replace("model Task {", "model Task {\n  colour String?");
  const file = await newMigration("add_colour", server.url, { folder, schema });
  expect(path.basename(path.dirname(file))).toMatch(/^\d{14}_add_colour$/);
  const url = await database();
  await migrate(url, folder);
  expect(await difference(url, "words", schema)).toBe("No difference detected.");
});

test("with nothing to do there is an empty migration to write in by hand", async () => {
  const folder = await ours();
  const file = await newMigration("by_hand", server.url, { folder });
  expect(await readFile(file, "utf8")).toContain("Write here what Prisma can't say");
});

test("a migration's name is one word that sorts and types well", async () => {
  await expect(newMigration("Add colour", server.url)).rejects.toThrow("small letters and underscores");
});
