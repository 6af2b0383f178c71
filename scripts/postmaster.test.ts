import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { type ClusterOptions, startCluster } from "./postgres";
import { judge } from "./postmaster";
import { bornAt, known, stop } from "./processes.mjs";
import { emptyFolder } from "./testing";

// Each starts a real PostgreSQL, most of them from nothing.
vi.setConfig({ testTimeout: 60_000 });

const options = (folder: string, more: Partial<ClusterOptions> = {}): ClusterOptions => ({
  ...{ folder, password: "a password", isThrowaway: true },
  ...more,
});
const dataIn = (folder: string) => path.join(folder, "postgres");
const pidIn = (folder: string) =>
  Number(readFileSync(path.join(dataIn(folder), "postmaster.pid"), "utf8").split("\n")[0]);

/** A process that has nothing to do with us, under the name that it is given. */
function stranger(name = "sleep"): AsyncDisposable & { pid: number } {
  const { pid = 0 } = spawn("sleep", ["600"], { argv0: name, stdio: "ignore" });
  const process = known(pid);
  return { pid, [Symbol.asyncDispose]: async () => void (await stop(process, "SIGKILL", 5)) };
}

function leaveBehind(folder: string, pid: number) {
  mkdirSync(dataIn(folder), { recursive: true });
  writeFileSync(
    path.join(dataIn(folder), "postmaster.pid"),
    `${pid}\n${dataIn(folder)}\n1700000000\n5432\n\n127.0.0.1\n0\nready\n`,
  );
}

test("a folder without a file, or with one of a process that is gone, is nobody's", async () => {
  const folder = emptyFolder();
  expect(judge(dataIn(folder))).toEqual({ who: "nobody" });
  const gone = stranger();
  await gone[Symbol.asyncDispose]();
  leaveBehind(folder, gone.pid);
  expect(judge(dataIn(folder))).toEqual({ who: "nobody" });
});

test("a process that got the number later is foreign, whatever it is called", async () => {
  const folder = emptyFolder();
  await using other = stranger();
  leaveBehind(folder, other.pid);
  expect(judge(dataIn(folder))).toEqual({ who: "foreign" });
  await using namesake = stranger("/usr/lib/postgresql/bin/postgres");
  leaveBehind(folder, namesake.pid);
  expect(judge(dataIn(folder))).toEqual({ who: "foreign" });
});

test("a foreign process survives start and stop, and doesn't keep the database from starting", async () => {
  const folder = emptyFolder();
  await (await startCluster(options(folder))).stop();
  await using other = stranger();
  leaveBehind(folder, other.pid);
  const cluster = await startCluster(options(folder));
  expect(await cluster.database("docket")).toMatch(/^postgres:\/\/docket:a%20password@127\.0\.0\.1:\d+\/docket$/);
  expect(pidIn(folder)).not.toBe(other.pid);
  await cluster.stop();
  expect(bornAt(other.pid)).not.toBeNull();
});

test("a PostgreSQL on other data is foreign", async () => {
  const [one, two] = [emptyFolder(), emptyFolder()];
  const cluster = await startCluster(options(one));
  leaveBehind(two, pidIn(one));
  expect(judge(dataIn(two))).toEqual({ who: "foreign" });
  expect(judge(dataIn(one))).toMatchObject({ who: "ours", postmaster: { isReady: true } });
  await cluster.stop();
});

test("one that still runs is adopted, and stopped by whoever adopted it", async () => {
  const folder = emptyFolder();
  await startCluster(options(folder));
  const pid = pidIn(folder);
  const adopted = await startCluster(options(folder));
  expect(pidIn(folder)).toBe(pid);
  await adopted.stop();
  expect(adopted.isRunning()).toBe(false);
  expect(bornAt(pid)).toBeNull();
  expect(existsSync(path.join(dataIn(folder), "postmaster.pid"))).toBe(false);
});

test("one that was killed is started again with its data, at the same port", async () => {
  const folder = emptyFolder();
  const before = await startCluster(options(folder));
  const url = await before.database("kept");
  await stop(known(pidIn(folder)), "SIGKILL", 5);
  expect(before.isRunning()).toBe(false);
  const after = await startCluster(options(folder));
  expect(await after.database("kept")).toBe(url);
  await after.stop();
});

test("a database that was half made is made anew", async () => {
  const folder = emptyFolder();
  mkdirSync(path.join(folder, "postgres.new", "data"), { recursive: true });
  const cluster = await startCluster(options(folder));
  expect(cluster.isRunning()).toBe(true);
  await cluster.stop();
});

test("lost secrets don't lose the data", async () => {
  const folder = emptyFolder();
  await (await startCluster(options(folder))).stop();
  const cluster = await startCluster(options(folder, { password: "it's another" }));
  expect(await cluster.database("docket")).toContain("it's%20another");
  await cluster.stop();
});
