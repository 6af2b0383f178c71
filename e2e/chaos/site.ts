import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startFakeOpenAI } from "@/e2e/fake-openai/server";
import { migrate } from "@/scripts/migrate";
import { startCluster } from "@/scripts/postgres";
import { homeIn } from "@/scripts/postgres-home";
import { judge } from "@/scripts/postmaster";
import { type Known, known, stop } from "@/scripts/processes.mjs";
import { type Instance, type InstanceOptions, startInstance } from "./instance";
import { startKeeper } from "./keeper";
import { steadyPort } from "./ports";
import { openSql, type Sql } from "./sql";
import { startProxy, type TcpProxy } from "./tcp-proxy";

export type { Exit, Instance, InstanceOptions } from "./instance";
export type { TcpProxy } from "./tcp-proxy";

/** A proxy in front of a database, whose address leads through it. */
export type DatabaseProxy = TcpProxy & { databaseUrl: string };

export type Site = {
  databaseUrl: string;
  fake: { url: string };
  /** One more server on this site's database; resolves when it is well. */
  instance(options?: InstanceOptions): Promise<Instance>;
  /** In front of PostgreSQL. */
  proxy(options?: { databaseUrl?: string }): Promise<DatabaseProxy>;
  /** A query of the test's own, past every proxy. */
  sql: Sql;
  /** Another empty database on the same PostgreSQL. */
  database(): Promise<{ databaseUrl: string; sql: Sql }>;
  /** "immediate" is a crash: nobody is asked, and the log is replayed at the start. */
  restartDatabase(mode: "immediate" | "fast"): Promise<void>;
  close(): Promise<void>;
};

/**
 * What a chaos test runs on: a PostgreSQL and a fake OpenAI of its own. Servers and proxies are added by the test. Nothing
 * of it outlives `close()`, nor this process.
 */
export async function openSite(): Promise<Site> {
  const keeper = startKeeper();
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-chaos-"));
  // User postgres passes through when we are root.
  chmodSync(folder, 0o711);
  keeper.folder(folder);
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    await Promise.allSettled(closers.map((close) => close()));
    await keeper.end();
  };
  try {
    return await open();
  } catch (error) {
    await close();
    throw error;
  }

  async function open(): Promise<Site> {
    const options = { folder, password: randomBytes(24).toString("hex"), port: await steadyPort(), isThrowaway: true };
    const { data } = await homeIn(folder);
    const start = async () => {
      const cluster = await startCluster(options);
      keeper.process(postmaster(data).pid);
      return cluster;
    };
    const cluster = await start();
    const fake = await startFakeOpenAI();
    closers.push(() => fake.close());
    const secret = randomBytes(48).toString("base64url");
    let databases = 0;

    async function database() {
      databases += 1;
      // Others are made at the same time.
      const name = `docket${databases}`;
      const databaseUrl = await cluster.database(name);
      const sql = openSql(databaseUrl);
      closers.push(() => sql.end());
      await migrate(databaseUrl);
      // A throwaway may lose its last moments in a crash. Here crashes are the test: only those of the machine may.
      await sql.query(`ALTER DATABASE ${name} SET synchronous_commit TO on`);
      return { databaseUrl, sql: sql.query };
    }

    const { databaseUrl, sql } = await database();
    const setting = { databaseUrl, fakeUrl: fake.url, secret, keeper };
    return {
      databaseUrl,
      fake: { url: fake.url },
      instance: (options) => startInstance(setting, options),
      async proxy({ databaseUrl: target = databaseUrl } = {}) {
        const proxy = await startProxy(Number(new URL(target).port));
        closers.push(() => proxy.close());
        const url = new URL(target);
        url.port = String(proxy.port);
        return { ...proxy, databaseUrl: url.href };
      },
      sql,
      database,
      async restartDatabase(mode) {
        await stop(postmaster(data), mode === "immediate" ? "SIGQUIT" : "SIGINT", 30);
        await start();
      },
      close,
    };
  }
}

/** Throws when it doesn't run. */
function postmaster(data: string): Known {
  const judgement = judge(data);
  if (judgement.who !== "ours") throw new Error("The site's PostgreSQL does not run.");
  return known(judgement.postmaster.pid);
}
