import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { joinLock, noteInLock, releaseLock, takeLock } from "./lock.mjs";
import { known, stop } from "./processes.mjs";
import { emptyFolder } from "./testing";

const fileIn = (folder: string) => path.join(folder, "lock.json");

/** A script that takes the lock and keeps it until it is killed; null when it was refused. */
async function otherScript(folder: string): Promise<ReturnType<typeof known> | null> {
  const code = `
    const { takeLock } = await import(${JSON.stringify(new URL("lock.mjs", import.meta.url).href)});
    await takeLock(${JSON.stringify(folder)}, "npm start").then(() => console.log("taken"), (error) => console.log(error.message));
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const [answer] = await child.stdout.setEncoding("utf8").take(1).toArray();
  if (answer.trim() === "taken") return known(child.pid ?? 0);
  child.kill("SIGKILL");
  return null;
}

test("a second script is refused in a sentence that says where the first one is", async () => {
  const folder = emptyFolder();
  await takeLock(folder, "npm start");
  noteInLock(folder, "http://localhost:3000");
  await expect(takeLock(folder, "npm start")).rejects.toThrow(
    "`npm start` already runs in this folder (http://localhost:3000). Stop it first, with Ctrl-C.",
  );
  releaseLock(folder);
  await takeLock(folder, "npm start");
});

test("the lock of a script that was killed is taken over", async () => {
  const folder = emptyFolder();
  const other = await otherScript(folder);
  await expect(takeLock(folder, "npm test")).rejects.toThrow("already runs");
  await stop(other ?? known(0), "SIGKILL", 5);
  await takeLock(folder, "npm test");
});

test("the lock of a process whose number was given to another is taken over", async () => {
  const folder = emptyFolder();
  writeFileSync(
    fileIn(folder),
    JSON.stringify({ what: "npm start", note: "", holders: [{ pid: process.pid, born: "in an earlier life" }] }),
  );
  await takeLock(folder, "npm start");
});

test("a damaged lock is cleared", async () => {
  const folder = emptyFolder();
  writeFileSync(fileIn(folder), "{");
  await takeLock(folder, "npm start");
});

test("of many at once exactly one gets it, also over the lock of one that was killed", async () => {
  const folder = emptyFolder();
  writeFileSync(fileIn(folder), JSON.stringify({ what: "npm start", note: "", holders: [known(0)] }));
  const others = await Promise.all(Array.from({ length: 6 }, () => otherScript(folder)));
  const winners = others.filter((other) => other !== null);
  expect(winners).toHaveLength(1);
  for (const winner of winners) await stop(winner, "SIGKILL", 5);
});

test("a lock is held as long as either half runs, and given back by its holders only", async () => {
  const folder = emptyFolder();
  const other = await otherScript(folder);
  releaseLock(folder);
  expect(existsSync(fileIn(folder))).toBe(true);
  joinLock(folder);
  await stop(other ?? known(0), "SIGKILL", 5);
  await expect(takeLock(folder, "npm test")).rejects.toThrow("already runs");
  releaseLock(folder);
  expect(existsSync(fileIn(folder))).toBe(false);
});
