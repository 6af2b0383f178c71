import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { signUp } from "@/e2e/people";
import { openScene } from "./scene";

/** Resident memory of a process, in MB, as Linux tells it. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

test("F22 · twenty answers of 10 MB are cut at their limit, and the server's memory stays flat", async (context) => {
  const scene = await openScene(context);
  const server = await scene.instance();
  const robin = await signUp(server.url);
  const most: number[] = [];
  for (let round = 0; round < 5; round++) {
    const replies = await Promise.all(Array.from({ length: 4 }, () => robin.say("Go on. [[script:huge]]")));
    most.push(memoryOf(server.pid));
    for (const { text } of replies) {
      expect(text.length).toBeGreaterThan(9_000);
      expect(text.length).toBeLessThanOrEqual(10_000);
      expect(text).toContain("cut here");
    }
  }
  expect(Math.max(...most)).toBeLessThan(300);
});
