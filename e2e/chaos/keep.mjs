// Ends what a test site has started once the process that started it is gone, however it went: that closes our input.
// Each line of it is a process with its birth, to be killed with its group, or a folder to be removed. Plain Node knows no @/:
// we are told where scripts/processes.mjs is.
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

/** @type {typeof import("@/scripts/processes.mjs")} */
const { isRunning, stop } = await import(process.argv[2] ?? "");

/** @type {import("@/scripts/processes.mjs").Known[]} */
const processes = [];
/** @type {string[]} */
const folders = [];

for await (const line of createInterface({ input: process.stdin })) {
  const { process: one, folder } = JSON.parse(line);
  if (one) processes.push(one);
  if (folder) folders.push(folder);
}

for (const one of processes.filter(isRunning).reverse()) {
  try {
    process.kill(-one.pid, "SIGKILL");
  } catch {
    // It leads no group, or is gone by now.
  }
  await stop(one, "SIGKILL", 5);
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
