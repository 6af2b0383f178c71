import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { isRunning, type Known, known, stop } from "./processes.mjs";
import { Refusal, say } from "./say.mjs";

export type Server = {
  /** How it ended, in words, once it has. */
  ended: Promise<string>;
  /** Lets it finish what it is at, for up to 25 seconds, or not at all when `hurry` says so. */
  stop(hurry?: AbortSignal): Promise<void>;
};

export type ServerOptions = {
  words: string[];
  env: NodeJS.ProcessEnv;
  /** Where it can be asked how it is. */
  health: string;
  /** Where its process is written down, for a later start to find it; undefined for tests. */
  record?: string;
  /** Show all that it prints, not only what it prints once it is ready. */
  isTalkative?: boolean;
  signal?: AbortSignal;
};

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { words, env, health, record, isTalkative = false, signal } = options;
  // In a process group of its own: Ctrl-C in a terminal is for us, who stop things in order.
  const child = spawn(process.execPath, words, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const process_ = known(child.pid ?? 0);
  if (record) writeFileSync(record, JSON.stringify(process_));
  const output = showOutput(child, isTalkative);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, reason) => resolve(reason ?? `exit code ${code}`));
  });
  const server: Server = {
    ended,
    async stop(hurry) {
      await end(process_, hurry);
      killRest(process_.pid);
      if (record) rmSync(record, { force: true });
    },
  };
  const failure = await Promise.race([answers(health, signal), ended]);
  if (failure === null) {
    output.open();
    return server;
  }
  await server.stop(AbortSignal.abort());
  signal?.throwIfAborted();
  throw new Refusal(`${output.text()}\nThe server did not start (${failure}); what it said is above.`);
}

/** The first lines of a server are its own greeting, which we show only when nothing better follows. */
function showOutput(child: ChildProcess, isTalkative: boolean) {
  let text = "";
  let isOpen = isTalkative;
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from?.setEncoding("utf8").on("data", (part: string) => {
      if (isOpen) to.write(part);
      else text += part;
    });
  const open = () => {
    isOpen = true;
    text = "";
  };
  return { text: () => text.trim(), open };
}

/** null once it answers. */
async function answers(health: string, signal?: AbortSignal): Promise<string | null> {
  const end = Date.now() + 120_000;
  let last = "no answer";
  while (Date.now() < end) {
    if (signal?.aborted) return "stopped";
    try {
      const response = await fetch(health, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return null;
      last = `its health check answers ${response.status}`;
    } catch {
      // It doesn't listen yet.
    }
    await sleep(50);
  }
  return last;
}

async function end(process_: Known, hurry?: AbortSignal): Promise<void> {
  const patience = hurry?.aborted ? 0 : 25;
  const gone = stop(process_, "SIGTERM", patience);
  const hurried = new Promise<false>((resolve) =>
    hurry?.addEventListener("abort", () => resolve(false), { once: true }),
  );
  if (!(await Promise.race([gone, hurried]))) await stop(process_, "SIGKILL", 5);
}

/** What it may have left in its process group. */
function killRest(pid: number) {
  try {
    if (pid > 0) process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing was left.
  }
}

const Recorded = z.object({ pid: z.number(), born: z.string().nullable() });

/** A server whose supervisor was killed still runs, on the old build perhaps; nobody else's process is touched. */
export async function stopOrphan(folder: string, name: string): Promise<void> {
  const record = path.join(folder, name);
  const orphan = existsSync(record) ? recordedIn(readFileSync(record, "utf8")) : null;
  if (orphan && isRunning(orphan)) {
    say("A server of an earlier start still runs; stopping it …");
    await end(orphan);
  }
  rmSync(record, { force: true });
}

/** null when the writing was broken off. */
function recordedIn(text: string): Known | null {
  try {
    return Recorded.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
