import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { cursorAfter, placeOf } from "./cursor";

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const id = "0198c0de-0000-7000-8000-000000000001";

test("a cursor says where a page ended", () => {
  const place = { isFirst: true, moment: new Date("2026-11-27T16:00:00.123Z"), id };
  expect(placeOf(cursorAfter(place))).toEqual(place);
});

test.each([
  "",
  "x",
  "%%%",
  encoded(null),
  encoded([true]),
  encoded(["true", "2026-11-27T16:00:00.123Z", id]),
  encoded([true, "2026-02-31T16:00:00.123Z", id]),
  encoded([true, "2026-11-27T16:00:00.123Z", "' OR true --"]),
  encoded([true, "2026-11-27T16:00:00.123Z", id, 1]),
])("a cursor that isn't ours is refused: %s", (cursor) => {
  expect(() => placeOf(cursor)).toThrow(expect.objectContaining({ code: "invalid" }));
  expect(() => placeOf(cursor)).toThrow(AppError);
});
