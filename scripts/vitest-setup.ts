import { afterAll, inject } from "vitest";
import { command, dropDatabase, makeDatabase, scratchName } from "./scratch";

// Each test file gets a database of its own, a copy of the migrated template: files run side by side and may write what
// they like. The client reads DATABASE_URL at its first query.
const { url, template } = inject("databaseServer");
const name = scratchName("test");
process.env.DATABASE_URL = await makeDatabase(url, name, template);
// Somebody's server may live in any zone; ours must not care.
await command(url, `ALTER DATABASE ${name} SET timezone TO 'Asia/Kathmandu'`);

afterAll(async () => {
  // Not imported above: a test of pure code is faster without it.
  const { db } = await import("@/lib/db/client");
  await db.$disconnect();
  await dropDatabase(url, name);
});
