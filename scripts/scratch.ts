import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startCluster } from "./postgres";

/** Somewhere to make databases that nobody will miss. */
export type Server = { url: string; stop(): Promise<void> };

/** The server at this address, or without one a throwaway of our own. */
export async function scratchServer(url: string | undefined): Promise<Server> {
  if (url) return { url, stop: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), "docket-scratch-"));
  // Started as root, the server runs as user postgres, who must be able to walk in.
  await chmod(folder, 0o755);
  const cluster = await startCluster({ folder, password: randomUUID(), isThrowaway: true });
  return {
    url: await cluster.database("postgres"),
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database, or a copy of `template`, and returns its address. */
export async function makeDatabase(server: string, name: string, template?: string): Promise<string> {
  await command(
    server,
    `CREATE DATABASE ${name} ${template ? `TEMPLATE ${template}` : "TEMPLATE template0 ENCODING 'UTF8'"}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (server: string, name: string) => command(server, `DROP DATABASE ${name} WITH (FORCE)`);

/** A name that no other run has. */
export const scratchName = (kind: string) => `docket_${kind}_${randomUUID().replaceAll("-", "")}`;

export async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
