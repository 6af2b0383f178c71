import { expect, test } from "vitest";
import { pack, unpack } from "./letters";
import type { LiveEvent } from "./schema";

const user = "0198c0de-0000-7000-8000-000000000001";
const changed = (number: number): LiveEvent => ({ type: "tasks", numbers: [number], seq: 1 });
const opened = (parcels: string[]) => parcels.flatMap((parcel) => unpack(parcel)?.letters ?? []);

test("many events go into few payloads that PostgreSQL takes, in order", () => {
  const letters = Array.from({ length: 1_000 }, (_, number) => ({ user, event: changed(number) }));
  const parcels = pack("here", letters);
  expect(parcels.length).toBeLessThan(15);
  expect(Math.max(...parcels.map((parcel) => Buffer.byteLength(parcel)))).toBeLessThan(8_000);
  expect(opened(parcels)).toEqual(letters);
  expect(unpack(parcels[0] ?? "")?.instance).toBe("here");
});

test("what is said twice is sent once", () => {
  const letters = [changed(1), changed(2), changed(1)].map((event) => ({ user, event }));
  expect(opened(pack("here", letters))).toEqual(letters.slice(0, 2));
});

test("an event too large to send becomes a general one", () => {
  const numbers = Array.from({ length: 3_000 }, (_, number) => number);
  expect(opened(pack("here", [{ user, event: { type: "tasks", numbers, seq: 1 } }]))).toEqual([
    { user, event: { type: "reconnected" } },
  ]);
});

test.each(["", "x", "null", "{}", '["here"]', '["here",[["u",{"type":"unknown"}]]]'])(
  "a payload that isn't ours is passed over: %s",
  (payload) => {
    expect(unpack(payload)).toBeNull();
  },
);
