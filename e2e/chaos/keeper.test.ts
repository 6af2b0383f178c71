import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { isRunning, known } from "@/scripts/processes.mjs";

const processes = pathToFileURL("scripts/processes.mjs").href;

/** A process that has a keeper end what it starts: a group of two others, and a folder. */
const negligent = (folder: string) => `
  import { spawn } from "node:child_process";
  const keeper = spawn(process.execPath, ${JSON.stringify([path.join(import.meta.dirname, "keep.mjs"), processes])}, { detached: true, stdio: ["pipe", "ignore", "inherit"] });
  const other = spawn("/bin/sh", ["-c", "sleep 300 & echo $!; wait"], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  const { known } = await import(${JSON.stringify(processes)});
  keeper.stdin.write(JSON.stringify({ process: known(other.pid) }) + "\\n");
  keeper.stdin.write(JSON.stringify({ folder: ${JSON.stringify(folder)} }) + "\\n", () =>
    other.stdout.once("data", (inner) => console.log([other.pid, Number(inner)].join())));`;

test("what a process has started is ended when that process is killed", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket-keeper-"));
  const killed = spawn(process.execPath, ["--input-type=module", "--eval", negligent(folder)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void killed.kill("SIGKILL"));
  const pids = await new Promise<string>((resolve) => killed.stdout.setEncoding("utf8").once("data", resolve));
  const others = pids
    .trim()
    .split(",")
    .map((pid) => known(Number(pid)));
  expect(others.map(isRunning)).toEqual([true, true]);
  killed.kill("SIGKILL");
  await expect.poll(() => others.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
  await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
});
