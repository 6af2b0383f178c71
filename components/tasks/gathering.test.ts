import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gathering } from "./gathering";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a few calls are one run, when it has been quiet", () => {
  const run = vi.fn();
  const { soon } = gathering(run, { quiet: 60, most: 250 });
  soon();
  vi.advanceTimersByTime(50);
  soon();
  vi.advanceTimersByTime(59);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
});

test("a steady stream is not held back for longer than the longest wait", () => {
  const run = vi.fn();
  const { soon } = gathering(run, { quiet: 60, most: 250 });
  for (let at = 0; at < 1000; at += 20) {
    soon();
    vi.advanceTimersByTime(20);
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(run.mock.calls.length).toBeLessThanOrEqual(5);
});

test("stopped, it runs no more", () => {
  const run = vi.fn();
  const { soon, stop } = gathering(run, { quiet: 60, most: 250 });
  soon();
  stop();
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
});
