import { afterEach, expect, test, vi } from "vitest";
import { paced } from "./pace";

afterEach(() => vi.useRealTimers());

test("the first drawing is at once, the others wait for the end of a frame, and the last one is not lost", () => {
  vi.useFakeTimers();
  const draw = vi.fn();
  const pace = paced(draw, 50);
  pace.now();
  for (let ms = 0; ms < 100; ms += 5) {
    pace.soon();
    vi.advanceTimersByTime(5);
  }
  expect(draw).toHaveBeenCalledTimes(3);
  pace.soon();
  vi.advanceTimersByTime(50);
  expect(draw).toHaveBeenCalledTimes(4);
  vi.advanceTimersByTime(500);
  expect(draw).toHaveBeenCalledTimes(4);
});

test("after a pause nothing has to wait, and what has ended draws no more", () => {
  vi.useFakeTimers();
  const draw = vi.fn();
  const pace = paced(draw, 50);
  pace.now();
  vi.advanceTimersByTime(200);
  pace.soon();
  vi.advanceTimersByTime(1);
  expect(draw).toHaveBeenCalledTimes(2);
  pace.soon();
  pace.end();
  vi.advanceTimersByTime(200);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("a drawing that takes long is given half of the time, up to a limit", () => {
  vi.useFakeTimers();
  const draw = vi.fn();
  const slow = (milliseconds: number) => (then: () => void) => void setTimeout(then, milliseconds);
  const pace = paced(draw, 50, slow(100));
  for (let ms = 0; ms < 980; ms += 5) {
    pace.soon();
    vi.advanceTimersByTime(5);
  }
  expect(draw).toHaveBeenCalledTimes(5);
  pace.end();
  const endless = paced(draw, 50, slow(240));
  draw.mockClear();
  for (let ms = 0; ms < 980; ms += 5) {
    endless.soon();
    vi.advanceTimersByTime(5);
  }
  expect(draw).toHaveBeenCalledTimes(4);
});
