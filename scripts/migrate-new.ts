import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { migrate, migrationsFolder } from "./migrate";
import { difference } from "./schema-engine";
import { dropDatabase, makeDatabase, scratchName, scratchServer } from "./scratch";

type Options = { folder?: string; schema?: string };

const blank = "-- schema.prisma and the migrations agree. Write here what Prisma can't say: CHECKs, triggers, data.\n";

/**
 * Writes the next migration, which is what separates schema.prisma from the migrations so far, and returns its path.
 * The engine compares with a live database, so a scratch one is made on this server and dropped again.
 */
export async function newMigration(name: string, server: string, options: Options = {}): Promise<string> {
  const { folder = migrationsFolder, schema } = options;
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name))
    throw new Error("Name the migration in small letters and underscores: npm run migrate:new add_task_colour");
  const scratch = scratchName("scratch");
  const url = await makeDatabase(server, scratch);
  try {
    await migrate(url, folder);
    const sql = await difference(url, "sql", schema);
    const moment = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const file = path.join(folder, `${moment}_${name}`, "migration.sql");
    await mkdir(path.dirname(file));
    await writeFile(file, sql === "-- This is an empty migration." ? blank : `${sql}\n`);
    return file;
  } finally {
    await dropDatabase(server, scratch);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const server = await scratchServer(process.env.DATABASE_URL);
  try {
    const file = await newMigration(process.argv[2] ?? "", server.url);
    console.log(`Wrote ${path.relative(process.cwd(), file)}. Read it, add by hand what is missing, and run npm test.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
