import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";
import { anyFreePort } from "@/scripts/ports";
import { judge } from "@/scripts/postmaster";
import { known, stop } from "@/scripts/processes.mjs";
import { within } from "./scene";

const root = process.cwd();
/** Neither somebody's data nor what is large and only read. */
const isLeftOut = (name: string) =>
  /^(\.git|\.docket|\.env|test-results|node_modules|\.next)$/.test(name) || name.startsWith(".env.");

/** What `npm start` starts once the packages are there, in a copy of this folder with data of its own. */
export async function startApart({ onTestFinished }: Pick<TestContext, "onTestFinished">, env: Record<string, string>) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-apart-"));
  // User postgres passes through when we are root.
  chmodSync(folder, 0o711);
  for (const name of readdirSync(root).filter((name) => !isLeftOut(name)))
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ["node_modules", ".next"]) symlinkSync(path.join(root, name), path.join(folder, name));

  const port = await anyFreePort();
  const typescript = pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const child = spawn(process.execPath, ["--import", typescript, path.join(folder, "scripts", "serve.ts")], {
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_ENV: "production", TZ: "UTC", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      output += part;
    });
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const itself = known(child.pid ?? 0);
  const database = () => judge(path.join(folder, ".docket", "postgres"));
  onTestFinished(async () => {
    await stop(itself, "SIGKILL", 5);
    const judgement = database();
    if (judgement.who === "ours") await stop(known(judgement.postmaster.pid), "SIGQUIT", 10);
    rmSync(folder, { recursive: true, force: true });
  });
  await within(60, () => {
    if (!output.includes("Docket is ready")) throw new Error(`It is not ready:\n${output}`);
  });
  return {
    url: `http://localhost:${port}`,
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    output: () => output,
    isDatabaseRunning: () => database().who === "ours",
  };
}
