import { expect, test } from "vitest";
import { markedText, readMarker } from "@/scripts/bench/marker";
import { markdownReply, markdownToken } from "./markdown";
import { reportOfBrowser } from "./report";

const loading = { paint: 400, blocking: 40, cpu: 0.5, shift: 0, script: 150, requests: 20, nodes: 100 };
const drawing = { longTasks: 120, longest: 60, settled: 90, cpu: 1.5, shift: 0, slowFrames: 3, key: 24 };
const figures = {
  repetitions: 1,
  floor: { ...loading, key: 16 },
  fresh: loading,
  long: loading,
  use: { messages: 1_000, nodes: 20_000, heap: 20, key: 24 },
  drawing,
  drawingLong: drawing,
};

test("each target is judged, and a figure above its own is missed", () => {
  const met = reportOfBrowser(figures);
  expect(met.verdicts.every(({ isMet }) => isMet)).toBe(true);
  const slow = reportOfBrowser({ ...figures, fresh: { ...loading, paint: 1_001 } });
  expect(slow.verdicts.filter(({ isMet }) => !isMet)).toHaveLength(1);
  expect(slow.lines.filter((line) => line.endsWith("MISSED"))).toEqual([expect.stringMatching(/^largest paint, ms/)]);
});

test("the model's tokens make up its markdown, and begin again at its end", () => {
  const tokens = Array.from({ length: 2_400 }, (_, place) => markdownToken(place)).join("");
  expect(tokens).toBe(markdownReply.repeat(6).slice(0, 9_600));
});

test("a marked text tells the model what to write", () => {
  const pace = { ttft: 20, n: 5, pace: 1, writes: "markdown" } as const;
  expect(readMarker(markedText("a1", pace))).toEqual({ id: "a1", ...pace });
  expect(readMarker(markedText("a2", { ttft: 0, n: 5, pace: 0 }))?.writes).toBe("words");
  expect(readMarker("hello")).toBeNull();
});
