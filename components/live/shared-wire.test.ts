import { expect, onTestFinished, test, vi } from "vitest";
import type { LiveEvent } from "@/lib/live/schema";
import { shareWire } from "./shared-wire";

const changed: LiveEvent = { type: "tasks", numbers: [1], seq: 1 };

/** Stands for a browser with several tabs: its connections, its locks and what its tabs tell each other. */
function browser() {
  vi.useFakeTimers();
  const sources: FakeSource[] = [];
  class FakeSource extends EventTarget {
    isOpen = true;
    onerror = () => {};
    constructor() {
      super();
      sources.push(this);
    }
    close() {
      this.isOpen = false;
    }
    say(name: string, data: unknown) {
      this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data) }));
    }
  }
  const locks = new Map<string, FakeLock>();
  const request = (name: string, ...given: Parameters<FakeLock["request"]>) => {
    const lock = locks.get(name) ?? new FakeLock();
    locks.set(name, lock);
    return lock.request(...given);
  };
  const channels = new Set<FakeChannel>();
  class FakeChannel {
    readonly name: string;
    onmessage: ((message: { data: unknown }) => void) | null = null;
    constructor(name: string) {
      this.name = name;
      channels.add(this);
    }
    postMessage(data: unknown) {
      for (const other of [...channels])
        if (other !== this && other.name === this.name) other.onmessage?.({ data: structuredClone(data) });
    }
    close() {
      channels.delete(this);
    }
  }
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("window", new EventTarget());
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  async function open(person = "p1") {
    const heard: string[] = [];
    const tab = shareWire(person, {
      hello: () => heard.push("hello"),
      change: (event) => heard.push(event.type),
      lost: () => heard.at(-1) !== "lost" && heard.push("lost"),
      signedOut: () => heard.push("signed_out"),
      refused: () => heard.push("refused"),
    });
    await vi.advanceTimersByTimeAsync(0);
    return { heard, close: () => tab.close() };
  }
  return {
    open,
    connections: () => sources.filter(({ isOpen }) => isOpen).length,
    last: () => sources.at(-1) ?? expect.fail("there is no connection"),
    pass: (time: number) => vi.advanceTimersByTimeAsync(time),
    /** The leader's tab stops running: it holds the lock and says nothing. */
    freeze: () => vi.clearAllTimers(),
  };
}

type Turn = { work: () => Promise<void>; signal?: AbortSignal; done: () => void; fail: (error: Error) => void };

/** As much of the Web Locks API as is used here, for one name. */
class FakeLock {
  held: Turn | null = null;
  waiting: Turn[] = [];

  request({ signal, steal }: { signal?: AbortSignal; steal?: boolean }, work: () => Promise<void>) {
    return new Promise<void>((done, fail) => {
      const turn = { work, signal, done, fail };
      signal?.addEventListener("abort", () => {
        if (!this.waiting.includes(turn)) return;
        this.waiting = this.waiting.filter((other) => other !== turn);
        fail(new DOMException("aborted", "AbortError"));
      });
      if (steal) {
        this.held?.fail(new DOMException("stolen", "AbortError"));
        this.held = null;
        this.waiting.unshift(turn);
      } else this.waiting.push(turn);
      this.next();
    });
  }

  next() {
    if (this.held) return;
    const turn = this.waiting.shift();
    if (!turn) return;
    this.held = turn;
    void turn.work().then(() => {
      turn.done();
      if (this.held !== turn) return;
      this.held = null;
      this.next();
    });
  }
}

const hello = { build: "1", person: "p1" };

test("seven tabs have one connection, and each hears everything once", async () => {
  const { open, connections, last } = browser();
  const tabs = await Promise.all(Array.from({ length: 7 }, () => open()));
  expect(connections()).toBe(1);
  last().say("hello", hello);
  last().say("change", changed);
  for (const { heard } of tabs) expect(heard.filter((word) => word !== "lost")).toEqual(["hello", "tasks"]);
});

test("a tab that comes later is greeted at once, and the others aren't greeted again", async () => {
  const { open, last } = browser();
  const first = await open();
  last().say("hello", hello);
  const second = await open();
  const third = await open();
  expect(first.heard.filter((word) => word === "hello")).toHaveLength(1);
  expect(second.heard).toEqual(["hello"]);
  expect(third.heard).toEqual(["hello"]);
});

test("when the tab with the connection goes, another takes it up, and all are told to read anew", async () => {
  const { open, connections, last, pass } = browser();
  const first = await open();
  const others = [await open(), await open()];
  last().say("hello", hello);
  first.close();
  await pass(0);
  expect(connections()).toBe(1);
  last().say("hello", hello);
  for (const { heard } of others) expect(heard).toEqual(["hello", "lost", "hello"]);
});

test("a tab that sleeps with the lock in its hand loses it, and when it wakes it waits in line", async () => {
  const { open, connections, last, pass, freeze } = browser();
  const sleeper = await open();
  last().say("hello", hello);
  freeze();
  const other = await open();
  // Greeted by the sleeper for the last time.
  expect(other.heard).toEqual(["hello"]);
  await pass(45_000);
  last().say("hello", hello);
  expect(connections()).toBe(1);
  last().say("change", changed);
  expect(other.heard.slice(-2)).toEqual(["hello", "tasks"]);
  expect(sleeper.heard.slice(-2)).toEqual(["hello", "tasks"]);
});

test("while all is quiet nobody takes the lock from anybody", async () => {
  const { open, connections, last, pass } = browser();
  const tabs = [await open(), await open()];
  last().say("hello", hello);
  const leader = last();
  for (let beat = 0; beat < 20; beat++) {
    leader.say("beat", beat);
    await pass(15_000);
  }
  expect(last()).toBe(leader);
  expect(connections()).toBe(1);
  for (const { heard } of tabs) expect(heard.filter((word) => word === "hello")).toHaveLength(1);
});

test("a server that is away is asked by one tab only, however long it takes", async () => {
  const { open, connections, last, pass } = browser();
  await open();
  await open();
  await open();
  for (let wait = 0; wait < 30; wait++) {
    expect(connections()).toBeLessThanOrEqual(1);
    last().onerror();
    await pass(10_000);
  }
});

test("signing out in one reaches all", async () => {
  const { open, last } = browser();
  const tabs = [await open(), await open(), await open()];
  last().say("hello", hello);
  last().say("bye", "signed_out");
  for (const { heard } of tabs) expect(heard.at(-1)).toBe("signed_out");
});

test("two people's tabs hear nothing of each other", async () => {
  const { open, last, connections } = browser();
  const theirs = await open("p2");
  const mine = await open("p1");
  expect(connections()).toBe(2);
  last().say("hello", hello);
  last().say("change", changed);
  expect(mine.heard).toEqual(["lost", "hello", "tasks"]);
  expect(theirs.heard).not.toContain("tasks");
});
