import { createECDH, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startFakeOpenAI } from "@/e2e/fake-openai/server";
import { serverWords } from "./build";
import { migrate } from "./migrate";
import { startCluster } from "./postgres";
import { run, say } from "./say.mjs";
import { startServer } from "./server";
import { aborted, stopSignal } from "./stop-signal";

/** Nothing of the developer's own settings. The journeys say by X-Forwarded-For which address a new person comes from. */
const plain = {
  NODE_ENV: "production",
  LOG_LEVEL: "warn",
  NEXT_TELEMETRY_DISABLED: "1",
  SIGNUP: "",
  PUBLIC_URL: "",
  HOST: "",
  TRUST_PROXY: "on",
  OPENAI_API_KEY: "",
  OPENAI_BASE_URL: "",
  OPENAI_MODELS: "",
  SMTP_URL: "",
  // The journeys have a push service of their own.
  PUSH_HOSTS: "127.0.0.1",
} as const;

/**
 * What the journeys run against, until a signal comes: an empty database, a model server of our own, and the production
 * build twice: with the built-in assistant alone, and with that model server as its OpenAI.
 */
await run(async () => {
  const wish = stopSignal();
  endWithParent();
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-e2e-"));
  // User postgres passes through when we are root.
  chmodSync(folder, 0o711);
  const closers = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const databaseUrl = new URL(needed("DATABASE_URL"));
    const { password, port } = databaseUrl;
    const cluster = await startCluster({ folder, password, port: Number(port), isThrowaway: true });
    closers.unshift(() => cluster.stop());
    await migrate(await cluster.database("docket"));
    const fake = await startFakeOpenAI(Number(new URL(needed("DOCKET_E2E_FAKE_URL")).port));
    closers.unshift(() => fake.close());

    const common = { ...process.env, ...plain, AUTH_SECRET: randomBytes(48).toString("base64url"), ...pushKey() };
    const start = async (address: string, more: Record<string, string>) => {
      const { port, hostname } = new URL(address);
      const words = serverWords(".");
      const env = { ...common, ...more, PORT: port, HOSTNAME: hostname };
      const server = await startServer({
        words,
        env,
        health: `${address}/api/health`,
        signal: wish.signal,
      });
      closers.unshift(() => server.stop(wish.hurry));
      return server;
    };
    const openAi = {
      OPENAI_API_KEY: "sk-fake-key-for-journeys",
      OPENAI_BASE_URL: `${fake.url}/v1`,
      OPENAI_MODELS: "fake-model",
    };
    // The one that Playwright waits for comes last.
    const servers = [await start(needed("DOCKET_E2E_OPENAI_URL"), openAi), await start(needed("DOCKET_E2E_URL"), {})];
    say("The journeys may begin.");
    const event = await Promise.race([aborted(wish.signal), ...servers.map((server) => server.ended)]);
    if (!wish.signal.aborted) say(`A server stopped during the journeys: ${event}`);
  } finally {
    for (const close of closers) await close();
  }
});

function pushKey() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const hex = pair.getPrivateKey("hex").padStart(64, "0");
  return { VAPID_PRIVATE_KEY: Buffer.from(hex, "hex").toString("base64url") };
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this script is started by playwright.config.ts.`);
  return value;
}

/** Playwright can be killed; what it started must not stay behind. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 1000).unref();
}
