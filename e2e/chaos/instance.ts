import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Failpoint } from "@/lib/failpoint";
import { serverWords } from "@/scripts/build";
import type { Keeper } from "./keeper";
import { steadyPort } from "./ports";

export type InstanceOptions = {
  /** Where it dies, and the how manieth time it gets there; with a signal: what happens to it instead of SIGKILL. */
  failpoint?: Failpoint | `${Failpoint}:${number}` | `${Failpoint}:${number}:${NodeJS.Signals}`;
  clockOffsetMs?: number;
  model?: "built-in" | "fake";
  /** When it isn't the site's own: through a proxy, or another database. */
  databaseUrl?: string;
  databasePool?: number;
  port?: number;
  env?: Record<string, string>;
  /** Resolve once it listens, although it may not be well: when its database is out of reach, for instance. */
  listensOnly?: boolean;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Instance = {
  url: string;
  readonly pid: number;
  /** How the process ended, once it has; a restart brings another one. */
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Starts it again on its port, killing it first if need be; without its failpoint, unless one is given. */
  restart(change?: InstanceOptions): Promise<void>;
  /** All that it has printed, over all its lives. */
  output(): string;
  /** SIGTERM and its time to end in order; SIGKILL after 30 seconds. */
  stop(): Promise<Exit>;
};

export type Setting = { databaseUrl: string; fakeUrl: string; secret: string; keeper: Keeper };

/** Nothing of the developer's own settings. Tests say by X-Forwarded-For which address a person comes from. */
const plain = {
  NODE_ENV: "production",
  NODE_OPTIONS: "",
  LOG_LEVEL: "warn",
  NEXT_TELEMETRY_DISABLED: "1",
  SIGNUP: "",
  PUBLIC_URL: "",
  HOST: "",
  TRUST_PROXY: "on",
  OPENAI_API_KEY: "",
  OPENAI_BASE_URL: "",
  OPENAI_MODELS: "",
  DATABASE_POOL: "",
  FAILPOINT: "",
} as const;

const openAi = (fakeUrl: string) => ({
  OPENAI_API_KEY: "sk-fake-key-for-chaos",
  OPENAI_BASE_URL: `${fakeUrl}/v1`,
  OPENAI_MODELS: "fake-model",
  // Few people do what many would.
  CHAT_REPLIES_AT_ONCE: "100",
  CHAT_TURNS_PER_MINUTE: "1000",
});

/** The production build of this tree as a process of its own. */
export async function startInstance(setting: Setting, options: InstanceOptions = {}): Promise<Instance> {
  const port = options.port ?? (await steadyPort());
  const url = `http://127.0.0.1:${port}`;
  const printed: string[] = [];
  let life = begin(setting, port, options, printed);
  const instance: Instance = {
    url,
    get pid() {
      return life.child.pid ?? 0;
    },
    get exited() {
      return life.exited;
    },
    kill: (signal) => void life.child.kill(signal),
    async restart(change = {}) {
      life.child.kill("SIGKILL");
      await life.exited;
      life = begin(setting, port, { ...options, failpoint: undefined, ...change }, printed);
      await ready(url, life, options);
    },
    output: () => printed.join(""),
    async stop() {
      life.child.kill("SIGCONT");
      life.child.kill("SIGTERM");
      const late = setTimeout(() => life.child.kill("SIGKILL"), 30_000);
      return life.exited.finally(() => clearTimeout(late));
    },
  };
  await ready(url, life, options).catch((error: Error) => {
    life.child.kill("SIGKILL");
    throw new Error(`${error.message}\n${instance.output()}`);
  });
  return instance;
}

type Life = { child: ChildProcess; exited: Promise<Exit> };

function begin(setting: Setting, port: number, options: InstanceOptions, printed: string[]): Life {
  const { failpoint, clockOffsetMs = 0, model = "fake", databasePool } = options;
  const preload = (name: string) => ["--import", path.join(import.meta.dirname, name)];
  const words = [
    ...(failpoint ? preload("failpoint.mjs") : []),
    ...(clockOffsetMs === 0 ? [] : preload("clock.mjs")),
    ...serverWords("."),
  ];
  const env = {
    ...process.env,
    ...plain,
    ...(model === "fake" && openAi(setting.fakeUrl)),
    ...(failpoint && { FAILPOINT: failpoint }),
    ...(databasePool && { DATABASE_POOL: String(databasePool) }),
    CLOCK_OFFSET: String(clockOffsetMs),
    DATABASE_URL: options.databaseUrl ?? setting.databaseUrl,
    AUTH_SECRET: setting.secret,
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    ...options.env,
  };
  const child = spawn(process.execPath, words, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid) setting.keeper.process(child.pid);
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const exited = new Promise<Exit>((resolve) => {
    child.once("error", (error) => {
      printed.push(error.message);
      resolve({ code: null, signal: null });
    });
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return { child, exited };
}

/** It starts in a second or two; two minutes are for a machine with much else to do. */
async function ready(url: string, { exited }: Life, { listensOnly }: InstanceOptions): Promise<void> {
  let exit: Exit | undefined;
  void exited.then((how) => {
    exit = how;
  });
  const end = Date.now() + 120_000;
  for (let last = "no answer"; ; await sleep(50)) {
    if (exit) throw new Error(`The server ended before it was ready (${exit.signal ?? exit.code}).`);
    if (Date.now() > end) throw new Error(`The server was not ready after two minutes (${last}).`);
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) });
      await response.arrayBuffer();
      if (response.ok || listensOnly) return;
      last = `its health check answers ${response.status}`;
    } catch {
      // It doesn't listen yet.
    }
  }
}
