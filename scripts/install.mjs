import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal, step } from "./say.mjs";

/** @param {string} root */
const stampIn = (root) => path.join(root, "node_modules", ".docket-installed");

/** Are the packages there, and those that package-lock.json names?
 * @param {string} root */
export function isInstalled(root) {
  const lock = lockOf(root);
  if (read(stampIn(root)) === fingerprint(lock)) return true;
  if (!isInstalledByHand(root, lock)) return false;
  writeFileSync(stampIn(root), fingerprint(lock));
  return true;
}

/** @param {string} root */
export async function install(root) {
  await step("Installing packages, about a minute", "The packages are installed", () => npmCi(root));
  writeFileSync(stampIn(root), fingerprint(lockOf(root)));
}

/** @param {string} root */
function lockOf(root) {
  const lock = read(path.join(root, "package-lock.json"));
  if (lock === null) throw new Refusal("package-lock.json is missing: this is not the whole of Docket.");
  return lock;
}

/** @param {string} lock */
const fingerprint = (lock) => createHash("sha256").update(`${process.platform} ${process.arch}\n${lock}`).digest("hex");

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Has a person run `npm ci` or `npm install` themselves? npm leaves a list of what it put there.
 * @param {string} root @param {string} lock */
function isInstalledByHand(root, lock) {
  const list = read(path.join(root, "node_modules", ".package-lock.json"));
  if (list === null || read(path.join(root, "node_modules", ".bin", "node")) === null) return false;
  const there = JSON.parse(list).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([folder, { version, optional }]) =>
      folder === "" || there[folder]?.version === version || (optional && !there[folder]),
  );
}

/** @param {string} root @returns {Promise<void>} */
function npmCi(root) {
  // npm names itself when it runs a script; started by hand, the one in the path is taken.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ["npm"];
  const words = [...first, "ci", "--include=dev", "--no-audit", "--no-fund"];
  const child = spawn(command, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  return new Promise((resolve, reject) => {
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.once(signal, () => {
        child.kill(signal);
        reject(new Refusal("Stopped before all packages were there; the next start installs them again."));
      });
    child.on("error", () => reject(new Refusal("npm could not be run. Install Node 20 or later, which brings npm.")));
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Refusal(`${output}\nThe packages could not be installed; npm's reason is above.`)),
    );
  });
}
