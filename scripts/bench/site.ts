import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { serverWords } from "@/scripts/build";
import { migrate } from "@/scripts/migrate";
import { anyFreePort } from "@/scripts/ports";
import { startCluster } from "@/scripts/postgres";
import { homeIn } from "@/scripts/postgres-home";
import { judge } from "@/scripts/postmaster";
import { Refusal } from "@/scripts/say.mjs";
import { startServer } from "@/scripts/server";

/** What is measured: the production build with a database of its own, which nobody will miss. */
export type Site = {
  url: string;
  pids: { app: number; postgres: number };
  databaseUrl: string;
  databaseLog: string;
  stop(): Promise<void>;
};

/** Nothing of the developer's own settings. Each person of the bench comes from an address of their own; what fails is counted, not told. */
const plain = {
  NODE_ENV: "production",
  LOG_LEVEL: "error",
  NEXT_TELEMETRY_DISABLED: "1",
  SIGNUP: "",
  PUBLIC_URL: "",
  HOST: "",
  DATABASE_POOL: "",
  TRUST_PROXY: "on",
  OPENAI_API_KEY: "sk-bench",
  OPENAI_MODELS: "bench",
  CHAT_REPLIES_AT_ONCE: "1000",
  CHAT_TURNS_PER_MINUTE: "100000",
} as const;

export type SiteOptions = {
  /** Ask the fake model as OpenAI's own are asked. */
  isResponses: boolean;
  /** A folder for a CPU profile of the whole run. */
  profiles: string | null;
};

export async function startSite(model: string, options: SiteOptions, signal: AbortSignal): Promise<Site> {
  const { isResponses, profiles } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-bench-"));
  // User postgres passes through when we are root.
  chmodSync(folder, 0o711);
  const closers = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closers.splice(0)) await close();
  };
  try {
    const cluster = await startCluster({ folder, password: randomBytes(24).toString("hex"), isThrowaway: true });
    closers.unshift(() => cluster.stop());
    const databaseUrl = await cluster.database("docket");
    await migrate(databaseUrl);
    const home = await homeIn(folder);
    const port = await anyFreePort();
    const url = `http://127.0.0.1:${port}`;
    const record = path.join(folder, "app.json");
    const server = await startServer({
      words: [
        ...(isResponses ? ["--import", path.join(import.meta.dirname, "openai-here.mjs")] : []),
        ...(profiles ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : []),
        ...serverWords("."),
      ],
      env: {
        ...process.env,
        ...plain,
        AUTH_SECRET: randomBytes(48).toString("base64url"),
        DATABASE_URL: databaseUrl,
        OPENAI_BASE_URL: isResponses ? "" : `${model}/v1`,
        BENCH_MODEL: model,
        PORT: String(port),
        HOSTNAME: "127.0.0.1",
      },
      health: `${url}/api/health`,
      record,
      signal,
    });
    const app = z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(record, "utf8"))).pid;
    closers.unshift(() => server.stop());
    return { url, pids: { app, postgres: postgresIn(home.data) }, databaseUrl, databaseLog: home.log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function postgresIn(data: string): number {
  const judgement = judge(data);
  if (judgement.who !== "ours") throw new Refusal("The database of the bench is gone.");
  return judgement.postmaster.pid;
}

/** The bench measures a build; it never makes one, since that would take longer than the bench. */
export function needBuild(root: string): void {
  if (!existsSync(path.join(root, ".next", "standalone", "server.js")))
    throw new Refusal("There is no build to measure. Run npm start or npm test once; both leave one.");
}
