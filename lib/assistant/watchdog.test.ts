import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Watchdog } from "./watchdog";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const stopping = new AbortController();
  const onTimeout = vi.fn();
  const dog = new Watchdog(stopping.signal, onTimeout);
  return { dog, stopping, onTimeout };
}

test("a model that says nothing for 30 seconds is given up", () => {
  const { dog, onTimeout } = watched();
  vi.advanceTimersByTime(29_999);
  expect(dog.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(dog.signal.aborted).toBe(true);
  expect(onTimeout).toHaveBeenCalledTimes(1);
});

test("after its first chunk a model may be silent for 20 seconds, again and again", () => {
  const { dog, onTimeout } = watched();
  for (let chunk = 0; chunk < 4; chunk++) {
    dog.sawChunk();
    vi.advanceTimersByTime(19_999);
  }
  expect(onTimeout).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onTimeout).toHaveBeenCalledTimes(1);
});

test("a run ends after 180 seconds, however lively it is", () => {
  const { dog, onTimeout } = watched();
  for (let second = 0; second < 179; second++) {
    dog.sawChunk();
    vi.advanceTimersByTime(1_000);
  }
  expect(onTimeout).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(dog.signal.aborted).toBe(true);
});

test("the time in which a tool runs is no silence of the model, and the next step has 30 seconds of its own", () => {
  const { dog, onTimeout } = watched();
  dog.sawChunk();
  dog.rest();
  // What comes out of the tool is not the model speaking.
  dog.sawChunk();
  vi.advanceTimersByTime(60_000);
  expect(onTimeout).not.toHaveBeenCalled();
  dog.begin();
  vi.advanceTimersByTime(29_999);
  expect(onTimeout).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onTimeout).toHaveBeenCalledTimes(1);
});

test("waiting for a further attempt is no silence, and each attempt has 30 seconds", () => {
  const { dog, onTimeout } = watched();
  vi.advanceTimersByTime(29_000);
  dog.rest();
  vi.advanceTimersByTime(29_000);
  dog.begin();
  vi.advanceTimersByTime(29_000);
  expect(onTimeout).not.toHaveBeenCalled();
  expect(dog.signal.aborted).toBe(false);
});

test("rest does not stop the clock of the whole run", () => {
  const { dog } = watched();
  dog.rest();
  vi.advanceTimersByTime(180_000);
  expect(dog.signal.aborted).toBe(true);
});

test("a stop is no time-out, and what was over stays over", () => {
  const { dog, stopping, onTimeout } = watched();
  stopping.abort("stop");
  expect(dog.signal.aborted).toBe(true);
  dog.begin();
  dog.sawChunk();
  vi.advanceTimersByTime(200_000);
  expect(onTimeout).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test("a stop that came before the run began is obeyed, and an ended run leaves no timer", () => {
  const before = new Watchdog(AbortSignal.abort(), vi.fn());
  expect(before.signal.aborted).toBe(true);
  const { dog, stopping } = watched();
  dog.end();
  stopping.abort();
  expect(dog.signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
