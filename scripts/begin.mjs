import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { install, isInstalled } from "./install.mjs";
import { releaseLock, takeLock } from "./lock.mjs";
import { Refusal, run } from "./say.mjs";

// The system's Node may be too old to know import.meta.dirname.
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const state = path.join(root, ".docket");

/**
 * The first half of every command. It runs on whatever Node the system has, with nothing installed: it brings in the
 * packages, among them the Node that Docket wants, and hands over to a TypeScript script on that.
 * With `isAlone`, no other command may run in the folder meanwhile.
 * @param {string} what how a person started it @param {string} script @param {{ isAlone: boolean }} options
 */
export function begin(what, script, { isAlone }) {
  return run(async () => {
    process.chdir(root);
    try {
      if (isAlone || !isInstalled(root)) await takeLock(state, what);
      if (!isInstalled(root)) await install(root);
      if (!isAlone) releaseLock(state);
      return await handOver(script);
    } finally {
      releaseLock(state);
    }
  });
}

/** @param {string} script @returns {Promise<number>} */
function handOver(script) {
  const node = path.join(root, "node_modules", ".bin", "node");
  if (!existsSync(node))
    throw new Refusal(
      "The packages are there, but not the Node among them: npm may be set to ignore install scripts.\n" +
        "Run `npm ci --ignore-scripts=false`, then start again.",
    );
  const typescript = pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
  const words = ["--import", typescript, path.join(root, "scripts", script), ...process.argv.slice(2)];
  // The channel tells the other half when this one was killed.
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const child = spawn(node, words, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
  });
}
