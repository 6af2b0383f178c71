import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { anyFreePort, firstFreePort, isFree } from "./ports";

const listening = (port: number, host: string) =>
  new Promise<AsyncDisposable>((resolve, reject) => {
    const server: Server = createServer().once("error", reject);
    const close = () => new Promise<void>((closed) => server.close(() => closed()));
    server.listen(port, host, () => resolve({ [Symbol.asyncDispose]: close }));
  });

test("a free port is the one that was wanted", async () => {
  const port = await anyFreePort();
  expect(await isFree(port)).toBe(true);
  expect(await firstFreePort(port, "127.0.0.1")).toBe(port);
});

test("for a taken port the next free one is found", async () => {
  const port = await anyFreePort();
  await using _one = await listening(port, "127.0.0.1");
  expect(await isFree(port)).toBe(false);
  expect(await firstFreePort(port, "127.0.0.1")).toBeGreaterThan(port);
});

test("a port that another program has on all addresses is taken", async () => {
  const port = await anyFreePort();
  await using _one = await listening(port, "0.0.0.0");
  expect(await firstFreePort(port, "127.0.0.1")).toBeGreaterThan(port);
});

test("an address that isn't this machine's is refused in a sentence", async () => {
  const port = await anyFreePort();
  await expect(firstFreePort(port, "203.0.113.7")).rejects.toThrow(/^HOST=203\.0\.113\.7 can't be listened on .*\.$/);
});
