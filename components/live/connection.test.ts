import { expect, onTestFinished, test, vi } from "vitest";
import type { LiveEvent } from "@/lib/live/schema";

/** Stands for the browser: a page that can be hidden, and the connections it has asked for. */
async function browser() {
  vi.useFakeTimers();
  vi.resetModules();
  const sources: FakeSource[] = [];
  class FakeSource extends EventTarget {
    readonly url: string;
    isOpen = true;
    readyState = 0;
    onerror = () => {};
    constructor(url: string) {
      super();
      this.url = url;
      sources.push(this);
    }
    close() {
      this.isOpen = false;
    }
    say(name: string, data: unknown) {
      this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data) }));
    }
  }
  const documentElement = { dataset: { build: "1", person: "p1" } };
  const page = Object.assign(new EventTarget(), { hidden: false, documentElement });
  const window = new EventTarget();
  // Without locks, as over plain http: each tab has a connection of its own.
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", window);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const { listen, liveState } = await import("./connection");
  const heard: LiveEvent[] = [];
  const leave = listen((event) => heard.push(event));
  return {
    heard,
    leave,
    listen,
    liveState,
    window,
    opened: () => sources.length,
    open: () => sources.filter(({ isOpen }) => isOpen).length,
    last: () => sources.at(-1) ?? expect.fail("there is no connection"),
    show(isShown: boolean) {
      page.hidden = !isShown;
      page.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

const changed: LiveEvent = { type: "tasks", numbers: [1], seq: 1 };
const anew: LiveEvent = { type: "reconnected" };

test("all listeners of a tab share one connection, which ends with the last of them", async () => {
  const { last, heard, open, listen, leave, liveState } = await browser();
  const others: LiveEvent[] = [];
  const leaveToo = listen((event) => others.push(event));
  expect(last().url).toBe("/api/events");
  expect(liveState()).toEqual({ connected: false, outdated: false });
  last().say("hello", { build: "1", person: "p1" });
  last().say("change", changed);
  expect(liveState().connected).toBe(true);
  expect([heard, others]).toEqual([
    [anew, changed],
    [anew, changed],
  ]);
  leave();
  expect(open()).toBe(1);
  leaveToo();
  expect(open()).toBe(0);
  expect(liveState().connected).toBe(false);
});

test("a lost connection is tried again, ever more slowly, and then everything is read anew", async () => {
  const { last, heard, opened, liveState } = await browser();
  last().say("hello", { build: "1", person: "p1" });
  for (const wait of [1_250, 2_500, 5_000]) {
    const before = opened();
    last().onerror();
    expect(liveState().connected).toBe(false);
    vi.advanceTimersByTime(wait * 0.59);
    expect(opened()).toBe(before);
    vi.advanceTimersByTime(wait * 0.41);
    expect(opened()).toBe(before + 1);
  }
  last().say("hello", { build: "1", person: "p1" });
  expect(liveState().connected).toBe(true);
  expect(heard).toEqual([anew, anew]);
});

test("a connection that is silent for two beats is replaced", async () => {
  const { last, open, opened } = await browser();
  last().say("hello", { build: "1", person: "p1" });
  for (const beat of [1, 2, 3, 4]) {
    vi.advanceTimersByTime(15_000);
    last().say("beat", beat);
  }
  expect(opened()).toBe(1);
  vi.advanceTimersByTime(35_000);
  expect(opened()).toBe(2);
  expect(open()).toBe(1);
});

test("a hidden tab gives its connection back and takes it up when it is looked at", async () => {
  const { last, open, opened, show } = await browser();
  last().say("hello", { build: "1", person: "p1" });
  show(false);
  vi.advanceTimersByTime(5_000);
  show(true);
  expect(opened()).toBe(1);
  show(false);
  vi.advanceTimersByTime(60_000);
  expect(open()).toBe(0);
  show(true);
  expect(open()).toBe(1);
});

test("coming online connects at once", async () => {
  const { last, open, opened, window } = await browser();
  last().onerror();
  window.dispatchEvent(new Event("online"));
  expect([open(), opened()]).toEqual([1, 2]);
});

test("when somebody else has signed in meanwhile, the page is loaded anew and tells nothing", async () => {
  const { last, heard } = await browser();
  const reload = vi.fn();
  vi.stubGlobal("location", { reload });
  last().say("hello", { build: "1", person: "p2" });
  expect(reload).toHaveBeenCalledOnce();
  expect(heard).toEqual([]);
});

test("it says when the server has been updated since the page was loaded", async () => {
  const { last, liveState } = await browser();
  last().say("hello", { build: "2", person: "p1" });
  expect(liveState()).toEqual({ connected: true, outdated: true });
});

test("sent away because of too many tabs, it waits a minute; signed out, it goes to sign in and asks for nothing more", async () => {
  const { last, opened, open } = await browser();
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/chat/1", search: "", assign });
  last().say("hello", { build: "1", person: "p1" });
  last().say("bye", "too_many");
  vi.advanceTimersByTime(59_000);
  expect(opened()).toBe(1);
  vi.advanceTimersByTime(1_000);
  last().say("bye", "signed_out");
  vi.advanceTimersByTime(5_000);
  expect(assign).toHaveBeenCalledExactlyOnceWith("/login?next=%2Fchat%2F1&ended=1");
  expect([open(), opened()]).toEqual([0, 2]);
});

test("a connection that the server refuses asks whether the person is still signed in", async () => {
  const { last, opened } = await browser();
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/tasks", search: "?task=1", assign });
  vi.stubGlobal("fetch", async () => Response.json({ detail: "You are signed out." }, { status: 401 }));
  last().readyState = 2;
  last().onerror();
  await vi.advanceTimersByTimeAsync(0);
  expect(assign).toHaveBeenCalledExactlyOnceWith("/login?next=%2Ftasks%3Ftask%3D1&ended=1");
  expect(opened()).toBe(1);
});
