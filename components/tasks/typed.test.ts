import { expect, test } from "vitest";
import { rebased, type Typed } from "./typed";

const was: Typed = { title: "Call mum", due: "2026-11-27", priority: "none", tags: "", description: "" };

test("a field that nobody touched here follows what was changed elsewhere", () => {
  const now = { ...was, title: "Call mum and dad" };
  const fresh: Typed = { ...was, due: "2026-11-28", priority: "high" };
  expect(rebased(was, now, fresh)).toEqual({ now: { ...fresh, title: "Call mum and dad" }, both: [] });
});

test("a field that was changed here and there is named, and stays as it was typed", () => {
  const now = { ...was, due: "2026-12-01", tags: "family" };
  const fresh = { ...was, due: "2026-11-28" };
  expect(rebased(was, now, fresh)).toEqual({ now, both: ["due"] });
});

test("the same change here and there is no conflict", () => {
  const now = { ...was, title: "Call dad" };
  expect(rebased(was, now, now)).toEqual({ now, both: [] });
});
