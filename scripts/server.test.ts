import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { anyFreePort } from "./ports";
import { bornAt, known, stop } from "./processes.mjs";
import { startServer, stopOrphan } from "./server";
import { emptyFolder } from "./testing";

const answering = 'require("http").createServer((_, answer) => answer.end()).listen(process.env.PORT, "127.0.0.1")';

async function serverOf(code: string, more: { record?: string } = {}) {
  const port = await anyFreePort();
  const env = { ...process.env, PORT: String(port) };
  return startServer({ words: ["-e", code], env, health: `http://127.0.0.1:${port}/`, ...more });
}

test("a server that answers is started, written down and stopped", async () => {
  const record = path.join(emptyFolder(), "server.json");
  const server = await serverOf(answering, { record });
  expect(existsSync(record)).toBe(true);
  await server.stop();
  expect(await server.ended).toBe("SIGTERM");
  expect(existsSync(record)).toBe(false);
});

test("a server that dies at once is told of with its last words", async () => {
  await expect(serverOf('console.error("no such thing"); process.exit(3)')).rejects.toThrow(
    /no such thing\nThe server did not start \(exit code 3\)/,
  );
});

test("a person in a hurry doesn't wait for a server that won't stop", async () => {
  const server = await serverOf(`process.on("SIGTERM", () => {}); ${answering}`);
  await server.stop(AbortSignal.timeout(50));
  expect(await server.ended).toBe("SIGKILL");
});

test("a server that was left behind is stopped, but not whoever has its number now", async () => {
  const folder = emptyFolder();
  const record = path.join(folder, "server.json");
  const orphan = known(spawn("sleep", ["600"], { stdio: "ignore" }).pid ?? 0);
  writeFileSync(record, JSON.stringify({ ...orphan, born: "in an earlier life" }));
  await stopOrphan(folder, "server.json");
  expect(bornAt(orphan.pid)).not.toBeNull();
  writeFileSync(record, JSON.stringify(orphan));
  await stopOrphan(folder, "server.json");
  expect(bornAt(orphan.pid)).toBeNull();
  await stop(orphan, "SIGKILL", 1);
});

test("a record that was broken off is nobody's", async () => {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, "server.json"), '{ "pid": 1');
  await stopOrphan(folder, "server.json");
  expect(existsSync(path.join(folder, "server.json"))).toBe(false);
});
