import { expect, test } from "vitest";
import { factsOf } from "./facts";

const here = { timeZone: "Europe/Paris", clock: "24h", today: "2026-11-23" } as const;
const at = "2026-11-23T13:03:00Z";
const saidOf = (name: string, metadata: Parameters<typeof factsOf>[0]) =>
  factsOf(metadata, at, here).find((fact) => fact.name === name)?.value;

test("all that is known of a reply is said, each in its words", () => {
  const metadata = { model: "gpt-5.1", firstTokenMs: 420, totalMs: 3_240, inputTokens: 1_204, outputTokens: 88 };
  expect(factsOf(metadata, at, here)).toEqual([
    { name: "Asked", value: "Today, 14:03" },
    { name: "Written by", value: "gpt-5.1" },
    { name: "Took", value: "first word after 0.42 s, 3.2 s in all" },
    { name: "Tokens", value: "1,204 read, 88 written" },
  ]);
});

test("what is not known is left out", () => {
  expect(factsOf({}, at, here)).toEqual([{ name: "Asked", value: "Today, 14:03" }]);
  expect(saidOf("Tokens", { inputTokens: 0, outputTokens: 0 })).toBeUndefined();
  expect(saidOf("Took", { totalMs: 12_400 })).toBe("12 s in all");
});

test("the built-in assistant has a name, and long waits have minutes", () => {
  expect(saidOf("Written by", { model: "built-in" })).toBe("Built-in assistant");
  expect(saidOf("Tokens", { model: "built-in", inputTokens: 5, outputTokens: 10 })).toBeUndefined();
  expect(saidOf("Took", { firstTokenMs: 2, totalMs: 125_000 })).toBe("first word after 0.01 s, 2 min 5 s in all");
});
