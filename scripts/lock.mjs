import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, known } from "./processes.mjs";
import { Refusal, say } from "./say.mjs";

/**
 * One script at a time changes what is in the folder: its packages, its build and its database.
 * `what` is how a person started it, and `note` what it is at; it holds as long as one of its `holders` runs.
 * @typedef {{ what: string, note: string, holders: import("./processes.mjs").Known[] }} Lock
 */

/** @param {string} folder */
const fileOf = (folder) => path.join(folder, "lock.json");

/** @param {string} file @returns {Lock | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} file @param {Lock} lock */
function write(file, lock) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(lock));
  renameSync(draft, file);
}

/** @param {Lock | null} lock */
const isHeld = (lock) => lock?.holders.some(isRunning) ?? false;

/** @param {Lock | null} lock */
const isMine = (lock) => lock?.holders.some(({ pid }) => pid === process.pid) ?? false;

/** Puts the lock there if there is none. A link, unlike a rename, doesn't replace what is already there.
 * @param {string} file @param {Lock} lock */
function put(file, lock) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(lock));
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Clears the lock of a script that was killed.
 * @param {string} file */
function clear(file) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between our look and the rename another script may have cleared it too and put its own there: give that back.
  if (isHeld(read(aside))) {
    try {
      linkSync(aside, file);
    } catch {}
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock, or refuses in a sentence. One that is just being given up is waited for.
 * @param {string} folder @param {string} what
 */
export async function takeLock(folder, what) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = fileOf(folder);
  const end = Date.now() + 40_000;
  for (let told = false; !put(file, { what, note: "at work", holders: [known(process.pid)] }); ) {
    const lock = read(file);
    if (!isHeld(lock)) clear(file);
    else if (lock?.note !== "stopping" || Date.now() > end)
      throw new Refusal(`\`${lock?.what}\` already runs in this folder (${lock?.note}). Stop it first, with Ctrl-C.`);
    else if (!told) {
      told = true;
      say(`\`${lock.what}\` is just stopping in this folder; waiting for it …`);
    }
    await sleep(50);
  }
}

/** The script that we were handed over to holds the lock as well: it may outlive the one that took it.
 * @param {string} folder */
export function joinLock(folder) {
  const lock = read(fileOf(folder));
  if (lock) write(fileOf(folder), { ...lock, holders: [...lock.holders, known(process.pid)] });
}

/** @param {string} folder @param {string} note */
export function noteInLock(folder, note) {
  const lock = read(fileOf(folder));
  if (lock && isMine(lock)) write(fileOf(folder), { ...lock, note });
}

/** @param {string} folder */
export function releaseLock(folder) {
  if (isMine(read(fileOf(folder)))) rmSync(fileOf(folder), { force: true });
}
