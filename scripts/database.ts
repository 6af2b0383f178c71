import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { startCluster } from "./postgres";
import { Refusal, say, step } from "./say.mjs";

export type Database = {
  url: string;
  isOurs: boolean;
  /** Starts it again if it has died. A server that isn't ours is left to its owner. */
  revive(): Promise<void>;
  stop(): Promise<void>;
};

/** The server that DATABASE_URL names, or else a PostgreSQL of our own in this folder. */
export async function openDatabase(folder: string, name: string, password: string): Promise<Database> {
  const url = process.env.DATABASE_URL?.trim();
  if (url) {
    await step("Reaching the database of DATABASE_URL", "The database of DATABASE_URL answers", () => checkServer(url));
    return { url, isOurs: false, revive: async () => {}, stop: async () => {} };
  }
  const start = () => startCluster({ folder, password });
  let cluster = await step("Starting the database", "The database runs", start);
  return {
    url: await cluster.database(name),
    isOurs: true,
    async revive() {
      if (cluster.isRunning()) return;
      say("The database stopped unexpectedly; starting it again …");
      cluster = await start();
    },
    stop: () => cluster.stop(),
  };
}

/** Not there yet, or still starting up: worth a few more tries. */
const passing = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"]);

async function checkServer(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  for (let tries = 20; ; tries--) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      const { rows } = await client.query("SHOW server_version_num");
      const version = Math.floor(Number(rows[0].server_version_num) / 10_000);
      if (version < 15)
        throw new Refusal(`The server of DATABASE_URL is PostgreSQL ${version}; Docket needs 15 or later.`);
      return;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const { code = "", message } = error as NodeJS.ErrnoException;
      if (tries === 0 || !passing.has(code))
        throw new Refusal(`DATABASE_URL names ${host}${pathname}, which can't be used: ${message || code}.`);
      await sleep(500);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
