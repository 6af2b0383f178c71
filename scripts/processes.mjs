import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * When a running process was born; null when there is none. Numbers are used again, so a number that was written down
 * names a process only together with its birth.
 * @param {number} pid
 * @returns {string | null}
 */
export function bornAt(pid) {
  if (!Number.isSafeInteger(pid) || pid < 1) return null;
  if (process.platform !== "linux") return ps(pid, "lstart=");
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; what follows it starts with field 3, the state.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

/**
 * The words that a process was started with; [] when it is gone.
 * @param {number} pid
 * @returns {string[]}
 */
export function commandLine(pid) {
  if (process.platform !== "linux") return ps(pid, "command=")?.split(" ") ?? [];
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1);
  } catch {
    return [];
  }
}

/**
 * The folder that a process works in; null when that is hidden from us.
 * @param {number} pid
 * @returns {string | null}
 */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} column */
function ps(pid, column) {
  try {
    const options = {
      encoding: /** @type {const} */ ("utf8"),
      stdio: /** @type {const} */ (["ignore", "pipe", "ignore"]),
    };
    return execFileSync("ps", ["-o", column, "-p", String(pid)], options).trim() || null;
  } catch {
    return null;
  }
}

/**
 * A process as written down in a file, to be found again by a later script.
 * @typedef {{ pid: number, born: string | null }} Known
 */

/** @param {number} pid @returns {Known} */
export const known = (pid) => ({ pid, born: bornAt(pid) });

/** @param {Known} one */
export const isRunning = ({ pid, born }) => born !== null && bornAt(pid) === born;

/**
 * Signals a process and waits for its end; false when it outlives the time.
 * @param {Known} one @param {NodeJS.Signals} signal @param {number} seconds
 */
export async function stop(one, signal, seconds) {
  try {
    if (isRunning(one)) process.kill(one.pid, signal);
  } catch {
    // It ended in between.
  }
  const end = Date.now() + seconds * 1000;
  while (isRunning(one)) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}
