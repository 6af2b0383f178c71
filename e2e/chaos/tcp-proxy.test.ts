import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { startProxy } from "./tcp-proxy";

/** A busy machine is slow, not wrong. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 10_000 });

/** A proxy in front of a server that repeats what it hears. */
async function scene(heard: (text: string) => void = () => {}) {
  const server = createServer((socket) => {
    socket.on("error", () => {}).on("data", (bytes) => heard(bytes.toString()));
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const proxy = await startProxy(address && typeof address === "object" ? address.port : 0);
  onTestFinished(async () => {
    await proxy.close();
    server.close();
  });
  return proxy;
}

/** A connection, with what it heard. */
async function caller(port: number) {
  const socket: Socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const heard = { text: "", errors: [] as (string | undefined)[], isEnded: false };
  socket.setEncoding("utf8").on("data", (text) => {
    heard.text += text;
  });
  socket.on("error", (error: NodeJS.ErrnoException) => heard.errors.push(error.code));
  socket.on("end", () => {
    heard.isEnded = true;
  });
  onTestFinished(() => void socket.destroy());
  await soon(() => expect(socket.connecting).toBe(false));
  return { socket, heard };
}

test("without a fault everything comes through, in order, and an end is an end", async () => {
  const { port } = await scene();
  const { socket, heard } = await caller(port);
  const text = "0123456789".repeat(200_000);
  socket.end(text);
  await soon(() => expect(heard.isEnded).toBe(true));
  expect(heard.text === text).toBe(true);
});

test("latency delays each way", async () => {
  const proxy = await scene();
  const { socket, heard } = await caller(proxy.port);
  proxy.latency(100);
  const start = performance.now();
  socket.write("hello");
  await soon(() => expect(heard.text).toBe("hello"));
  expect(performance.now() - start).toBeGreaterThan(190);
});

test("bandwidth lets so many bytes through in a second", async () => {
  const proxy = await scene();
  const { socket, heard } = await caller(proxy.port);
  proxy.bandwidth(100_000);
  const start = performance.now();
  socket.write("x".repeat(50_000));
  await soon(() => expect(heard.text).toHaveLength(50_000));
  expect(performance.now() - start).toBeGreaterThan(450);
});

test("a black hole accepts and says nothing; what went into it arrives when it is over", async () => {
  const proxy = await scene();
  const before = await caller(proxy.port);
  proxy.blackHole(true);
  const during = await caller(proxy.port);
  before.socket.write("one");
  during.socket.write("two");
  // By the time that a word needs elsewhere, there and back, these would have come back, too.
  const elsewhere = await caller((await scene()).port);
  elsewhere.socket.write("three");
  await soon(() => expect(elsewhere.heard.text).toBe("three"));
  expect([before.heard.text, during.heard.text]).toEqual(["", ""]);
  await proxy.heal();
  await soon(() => expect([before.heard.text, during.heard.text]).toEqual(["one", "two"]));
});

test("a mute line carries what is asked, and no answer", async () => {
  const asked: string[] = [];
  const proxy = await scene((text) => asked.push(text));
  const { socket, heard } = await caller(proxy.port);
  proxy.mute(true);
  socket.write("hello");
  await soon(() => expect(asked).toEqual(["hello"]));
  expect(heard.text).toBe("");
  proxy.mute(false);
  await soon(() => expect(heard.text).toBe("hello"));
});

test("a reset breaks what is open", async () => {
  const proxy = await scene();
  const { heard } = await caller(proxy.port);
  await soon(() => expect(proxy.connections()).toBe(1));
  proxy.reset();
  await soon(() => expect(heard.errors).toEqual(["ECONNRESET"]));
});

test("after a half close it still listens to those whom it hung up on", async () => {
  const proxy = await scene();
  const { socket, heard } = await caller(proxy.port);
  await soon(() => expect(proxy.connections()).toBe(1));
  proxy.halfClose();
  await soon(() => expect(heard.isEnded).toBe(true));
  socket.write("still here");
  expect([heard.errors, socket.writable]).toEqual([[], true]);
});

test("it refuses newcomers, keeps who is there, and takes newcomers again", async () => {
  const proxy = await scene();
  const { socket, heard } = await caller(proxy.port);
  await proxy.refuse(true);
  const refused = await caller(proxy.port);
  await soon(() => expect(refused.heard.errors).toEqual(["ECONNREFUSED"]));
  socket.write("hello");
  await soon(() => expect(heard.text).toBe("hello"));
  await proxy.refuse(false);
  const welcome = await caller(proxy.port);
  welcome.socket.write("hello");
  await soon(() => expect(welcome.heard.text).toBe("hello"));
});
