import { expect, test } from "vitest";
import { countOf, daysOf, filtersIn, ownDays, queryOf, spanOf } from "./filters";

const read = (query: string) => {
  const params = new URLSearchParams(query);
  return filtersIn((name) => params.get(name));
};

test("what an address asks for comes back in the query, and what makes no sense is left out", () => {
  const query = "text=milk+%2312&source=UI&tool=move_task&status=ERROR&from=2026-11-01&to=2026-11-20&task=12";
  expect(new URLSearchParams(queryOf(read(query)))).toEqual(new URLSearchParams(query));
  expect(read("source=ME&tool=launch&status=PENDING&from=2026-13-01&task=0&reply=x&text=++&other=1")).toEqual({});
});

test("spans of days are those that end today; others are one's own", () => {
  const today = "2026-11-23";
  for (const span of ["", "0", "6", "29"]) expect(spanOf(daysOf(span, today), today)).toBe(span);
  expect(daysOf("6", today)).toEqual({ from: "2026-11-17" });
  expect(spanOf({ from: "2026-11-17", to: "2026-11-18" }, today)).toBe(ownDays);
  expect(countOf({ from: "2026-11-17", to: "2026-11-18", text: "milk", source: "UI" })).toBe(2);
});
