import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkEnv, env } from "@/lib/env";
import { type Database, openDatabase } from "./database";
import { joinLock, noteInLock, releaseLock } from "./lock.mjs";
import { firstFreePort } from "./ports";
import { Refusal, say, step } from "./say.mjs";
import { type Secrets, secretsIn } from "./secrets";
import { type Server, type ServerOptions, startServer, stopOrphan } from "./server";
import { aborted, type StopSignal, stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);
const state = path.join(root, ".docket");

/** What `npm start` and `npm run dev` differ in. */
export type Site = {
  mode: "production" | "development";
  databaseName: string;
  isTalkative: boolean;
  /** Whatever must be there before the server starts; may return a line to greet with. */
  prepare(database: Database, signal: AbortSignal): Promise<string | undefined>;
  /** The words that start the server. */
  words(port: number): string[];
};

/** Runs the database and the server, in this order, until a person stops them, in the other order. */
export async function supervise(site: Site): Promise<number> {
  const began = performance.now();
  const wish = stopSignal();
  joinLock(state);
  let database: Database | null = null;
  let server: Server | null = null;
  try {
    const secrets = settle(site);
    await stopOrphan(state, "server.json");
    database = await openDatabase(state, site.databaseName, secrets.databasePassword);
    process.env.DATABASE_URL = database.url;
    wish.signal.throwIfAborted();
    const greeting = await site.prepare(database, wish.signal);
    const port = await choosePort();
    const launch = () => startServer(optionsFor(site, port, wish.signal));
    server = await step("Starting the server", "The server answers", launch);
    greet(port, began, greeting);
    server = await keepRunning(server, launch, database, wish.signal);
    return 0;
  } catch (error) {
    if (wish.signal.aborted) return 0;
    throw error;
  } finally {
    noteInLock(state, "stopping");
    await shutDown(server, database, wish);
    releaseLock(state);
  }
}

/** Reads .env, makes what is missing and refuses what makes no sense, before anything is started. */
function settle({ mode }: Site): Secrets {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const secrets = secretsIn(state);
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" });
  process.env.AUTH_SECRET ||= secrets.authSecret;
  process.env.VAPID_PRIVATE_KEY ||= secrets.vapidPrivateKey;
  try {
    checkEnv({ except: process.env.DATABASE_URL?.trim() ? [] : ["DATABASE_URL"] });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
  return secrets;
}

async function choosePort(): Promise<number> {
  const port = await firstFreePort(env.PORT, env.HOST);
  if (port !== env.PORT) say(`Port ${env.PORT} is taken by another program; using ${port}.`);
  return port;
}

const loopback = ["127.0.0.1", "localhost", "::1"];
const everywhere = ["0.0.0.0", "::"];

/** The address for a browser on this machine. */
function addressOf(port: number): string {
  const isHere = [...loopback, ...everywhere].includes(env.HOST);
  return `http://${isHere ? "localhost" : env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${port}`;
}

function optionsFor(site: Site, port: number, signal: AbortSignal): ServerOptions {
  return {
    words: site.words(port),
    env: { ...process.env, PORT: String(port), HOSTNAME: env.HOST },
    health: `${addressOf(port)}/api/health`,
    record: path.join(state, "server.json"),
    isTalkative: site.mode === "development",
    signal,
  };
}

function greet(port: number, began: number, greeting = "") {
  const address = env.PUBLIC_URL ?? addressOf(port);
  noteInLock(state, address);
  say(`\nDocket is ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${address}`);
  if (!loopback.includes(env.HOST) && !env.PUBLIC_URL?.startsWith("https:"))
    say(
      "Others on the network can reach it, over plain http: what they send, and their sign-in cookies, can be read on the way.",
    );
  if (greeting) say(greeting);
  say("Ctrl-C stops it.\n");
}

/** Until a person stops it. What dies by itself is started again, unless it does so over and over. */
async function keepRunning(running: Server, launch: () => Promise<Server>, database: Database, signal: AbortSignal) {
  let server = running;
  let deaths: number[] = [];
  for (;;) {
    const event = await Promise.race([aborted(signal), server.ended, sleep(1000, "tick", { ref: false })]);
    if (signal.aborted) return server;
    await database.revive();
    if (event === "tick") continue;
    deaths = [...deaths.filter((time) => time > Date.now() - 60_000), Date.now()];
    if (deaths.length > 3) throw new Refusal(`The server stops again and again (${event}). What it said is above.`);
    say(`The server stopped unexpectedly (${event}); starting it again …`);
    server = await launch();
  }
}

async function shutDown(server: Server | null, database: Database | null, { signal, hurry }: StopSignal) {
  if (signal.aborted) say("\nStopping …");
  await server?.stop(hurry);
  await database?.stop();
  if (signal.aborted) say("Stopped.");
}
