import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { anyFreePort, isFree } from "./ports";
import { type Home, homeIn } from "./postgres-home";
import { judge } from "./postmaster";
import { isRunning, type Known, known, stop } from "./processes.mjs";
import { Refusal } from "./say.mjs";

const user = "docket";

type Server = Known & { port: number };

export type Cluster = {
  /** The address of one of its databases, which is made if need be. */
  database(name: string): Promise<string>;
  isRunning(): boolean;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** Where its data goes, in a folder `postgres`. */
  folder: string;
  password: string;
  /** The port to take if it is free; without it the one of last time. */
  port?: number;
  /** For tests: nothing survives a crash of the machine, and it is faster for it. */
  isThrowaway?: boolean;
};

/**
 * A PostgreSQL of our own on 127.0.0.1, from the npm package. One that still runs on this data, because a script was
 * killed, is adopted. No other process is ever signalled.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = await homeIn(options.folder);
  if (!existsSync(path.join(home.data, "PG_VERSION"))) initialise(home, options);
  let server = await running(home, options);
  if ((await connection(server, options)) === "wrong password") {
    // The secrets were made anew. Whoever may write into the data folder may set the password.
    await stopFast(server);
    setPassword(home, options.password);
    server = await running(home, options);
  }
  writeFileSync(home.port, `${server.port}\n`);
  return {
    database: (name) => database(name, server, options),
    isRunning: () => isRunning(server),
    stop: () => stopFast(server),
  };
}

function initialise({ data, programs, runAs }: Home, { password, isThrowaway }: ClusterOptions) {
  // Beside its place first: one that was broken off half-way must not be taken for a database.
  const draft = `${data}.new`;
  const passwordFile = path.join(draft, "password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined)
    for (const file of [draft, passwordFile]) chownSync(file, runAs.uid, runAs.gid);
  const inside = path.join(draft, "data");
  const words = [`--pgdata=${inside}`, `--username=${user}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // The same order and case on every machine, whatever locales it has.
  words.push("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  if (isThrowaway) words.push("--no-sync");
  const { status, stderr, error } = spawnSync(programs.initdb, words, { cwd: draft, env: environment, ...runAs });
  if (status !== 0) throw new Refusal(`The database could not be made: ${error?.message ?? stderr}`);
  renameSync(inside, data);
  rmSync(draft, { recursive: true, force: true });
}

// Nothing of the caller's: PGDATA or PGPORT would lead PostgreSQL elsewhere.
const environment = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TZ: "UTC", LC_ALL: "C" };

async function running(home: Home, options: ClusterOptions): Promise<Server> {
  const judgement = judge(home.data);
  if (judgement.who !== "ours") {
    // PostgreSQL won't start while the number in its file is somebody's. That it isn't ours, we know better than it does.
    if (judgement.who === "foreign") rmSync(path.join(home.data, "postmaster.pid"));
    return launch(home, options);
  }
  const process = known(judgement.postmaster.pid);
  // It may be just starting, or just stopping.
  const ready = await within(30, () => readiness(home, process) ?? (isRunning(process) ? null : "gone"));
  if (ready === null) throw new Refusal(`A PostgreSQL of ours (process ${process.pid}) neither starts nor stops.`);
  return ready === "gone" ? launch(home, options) : ready;
}

function readiness(home: Home, process: Known): Server | null {
  const judgement = judge(home.data);
  if (judgement.who !== "ours" || judgement.postmaster.pid !== process.pid) return null;
  return judgement.postmaster.isReady ? { ...process, port: judgement.postmaster.port } : null;
}

async function within<Result>(seconds: number, look: () => Result | null): Promise<Result | null> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = look();
    if (result !== null || Date.now() > end) return result;
    await sleep(20);
  }
}

async function launch(home: Home, { port, isThrowaway }: ClusterOptions): Promise<Server> {
  const wanted = port ?? (existsSync(home.port) ? Number(readFileSync(home.port, "utf8")) : 0);
  const chosen = wanted > 0 && (await isFree(wanted)) ? wanted : await anyFreePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"];
  if (isThrowaway) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const words = ["-D", home.data, "-p", String(chosen), ...settings.flatMap((setting) => ["-c", setting])];
  const log = openSync(home.log, "w", 0o600);
  // In a process group of its own: Ctrl-C in a terminal would stop it under the server's feet.
  const child = spawn(home.programs.postgres, words, {
    ...{ cwd: home.data, env: environment, detached: true, stdio: ["ignore", log, log] },
    ...home.runAs,
  });
  closeSync(log);
  child.unref();
  let failure: string | null = null;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", () => {
    failure = "It ended.";
  });
  const process = known(child.pid ?? 0);
  const ready = await within<Server | string>(120, () => failure ?? readiness(home, process));
  if (ready !== null && typeof ready !== "string") return ready;
  const end = existsSync(home.log) ? readFileSync(home.log, "utf8").trim().split("\n").slice(-5).join("\n") : "";
  throw new Refusal(`The database did not start. ${ready ?? "It took too long."} The end of ${home.log}:\n${end}`);
}

const addressOf = (name: string, { port }: Server, { password }: ClusterOptions) =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

const connect = async (server: Server, options: ClusterOptions) => {
  const client = new Client({
    connectionString: addressOf("postgres", server, options),
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  return client;
};

async function connection(server: Server, options: ClusterOptions): Promise<"fine" | "wrong password"> {
  try {
    await (await connect(server, options)).end();
    return "fine";
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "28P01") return "wrong password";
    throw error;
  }
}

async function database(name: string, server: Server, options: ClusterOptions): Promise<string> {
  const client = await connect(server, options);
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return addressOf(name, server, options);
}

function setPassword({ data, programs, runAs }: Home, password: string) {
  const words = ["--single", "-D", data, "postgres"];
  const input = `ALTER ROLE ${user} PASSWORD '${password.replaceAll("'", "''")}'\n`;
  const { status, stderr } = spawnSync(programs.postgres, words, { cwd: data, env: environment, input, ...runAs });
  if (status !== 0) throw new Refusal(`The database's password could not be set: ${stderr}`);
}

/** Fast shutdown: nobody is waited for, and nothing is lost. */
async function stopFast(server: Server): Promise<void> {
  if (await stop(server, "SIGINT", 30)) return;
  if (!(await stop(server, "SIGQUIT", 10))) throw new Refusal(`The database (process ${server.pid}) does not stop.`);
}
