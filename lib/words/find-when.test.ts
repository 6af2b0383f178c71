import { expect, test } from "vitest";
import { findWhen } from "./find-when";
import type { Today } from "./today";

/** Wednesday 11 March 2026, 09:00 */
const wednesday: Today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };

const found = (text: string, today = wednesday) => {
  const { due, recurrence, rest } = findWhen(text, today);
  return [due && (due.time ? `${due.date} ${due.time}` : due.date), recurrence, rest];
};

test.each([
  ["buy milk tomorrow at 5pm", "2026-03-12 17:00", "buy milk"],
  ["call mum on friday", "2026-03-13", "call mum"],
  ["friday call mum", "2026-03-13", "call mum"],
  ["see Ana wednesday", "2026-03-18", "see Ana"],
  ["buy milk tommorow", "2026-03-12", "buy milk"],
  ["lunch with Sam the day after tomorrow at noon", "2026-03-13 12:00", "lunch with Sam"],
  ["book flight next friday 7am", "2026-03-20 07:00", "book flight"],
  ["call bob in 3 days", "2026-03-14", "call bob"],
  ["renew the lease in a couple of weeks", "2026-03-25", "renew the lease"],
  ["water plants in two hours", "2026-03-11 11:00", "water plants"],
  ["check the oven in half an hour", "2026-03-11 09:30", "check the oven"],
  ["check the oven in an hour and a half", "2026-03-11 10:30", "check the oven"],
  ["dentist at quarter to six", "2026-03-11 17:45", "dentist"],
  ["dentist tomorrow at half past nine", "2026-03-12 09:30", "dentist"],
  ["call at 8", "2026-03-11 20:00", "call"],
  ["call at 17:30", "2026-03-11 17:30", "call"],
  ["call at 08:30", "2026-03-12 08:30", "call"],
  ["tonight at 8 watch the film", "2026-03-11 20:00", "watch the film"],
  ["meeting friday 20 march 3-5pm", "2026-03-20 15:00", "meeting"],
  ["review by end of month", "2026-03-31", "review"],
  ["pay bill by the 20th", "2026-03-20", "pay bill"],
  ["pay bill by the 5th", "2026-04-05", "pay bill"],
  ["submit form due february 1", "2027-02-01", "submit form"],
  ["buy gifts two days before christmas", "2026-12-23", "buy gifts"],
  ["call tom 12/25", "2026-12-25", "call tom"],
  ["dentist (friday 3pm)", "2026-03-13 15:00", "dentist"],
  ["third thursday of april plan the trip", "2026-04-16", "plan the trip"],
  ["2026-12-01T10:00 call the notary", "2026-12-01 10:00", "call the notary"],
  ["renew passport before may 2027", "2027-05-01", "renew passport"],
  ["tomorrow morning", "2026-03-12 09:00", ""],
  ["finish slides for monday by friday", "2026-03-13", "finish slides for monday"],
  ["deadline: friday write essay", "2026-03-13", "write essay"],
])("%s → %s", (text, due, rest) => {
  expect(found(text)).toEqual([due, null, rest]);
});

test.each([
  ["pay rent on the 1st of every month", "2026-04-01", "FREQ=MONTHLY;BYMONTHDAY=1", "pay rent"],
  ["water plants every other tuesday", "2026-03-17", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "water plants"],
  ["gym monday, wednesday and friday every week", "2026-03-11", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "gym"],
  ["gym every mon, wed and fri at 6am", "2026-03-13 06:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "gym"],
  ["standup every weekday at 9:30", "2026-03-11 09:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "standup"],
  ["every day at 8am take pills", "2026-03-12 08:00", "FREQ=DAILY", "take pills"],
  ["mow lawn every saturday morning", "2026-03-14 09:00", "FREQ=WEEKLY;BYDAY=SA", "mow lawn"],
  ["yoga on mondays", "2026-03-16", "FREQ=WEEKLY;BYDAY=MO", "yoga"],
  ["pay taxes on april 15 every year", "2026-04-15", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15", "pay taxes"],
  ["send invoices last friday of every month", "2026-03-27", "FREQ=MONTHLY;BYDAY=-1FR", "send invoices"],
  ["pay Joe monthly on the last friday", "2026-03-27", "FREQ=MONTHLY;BYDAY=-1FR", "pay Joe"],
  ["change filters every 3 months", "2026-03-11", "FREQ=MONTHLY;INTERVAL=3", "change filters"],
  ["stretch every 3 days until june", "2026-03-11", "FREQ=DAILY;INTERVAL=3;UNTIL=20260601", "stretch"],
  ["review every week starting next monday", "2026-03-16", "FREQ=WEEKLY", "review"],
  ["back up quarterly", "2026-03-11", "FREQ=MONTHLY;INTERVAL=3", "back up"],
])("%s → %s, %s", (text, due, recurrence, rest) => {
  expect(found(text)).toEqual([due, recurrence, rest]);
});

test.each([
  "read part 3",
  "read The 5th Wave",
  "Sunday roast recipe",
  'watch "Friday Night Lights"',
  "submit the friday report",
  "meet on the 5th floor",
  "buy 1/2 cup of sugar",
  "set up 24/7 support",
  "call 5 people",
  "party on feb 30",
  "may I",
  "read about the second world war",
  "buy 3 apples for $5",
])("%s holds no date", (text) => {
  expect(found(text)).toEqual([null, null, text]);
});

test("the spans are what was understood, in the text as it was typed", () => {
  const text = "Pay rent tomorrow 5pm to Bob";
  const { spans, rest } = findWhen(text, wednesday);
  expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(["tomorrow 5pm"]);
  expect(rest).toBe("Pay rent to Bob");
});

test("a day and a month are read in the order of the person's part of the world", () => {
  const paris = { ...wednesday, timeZone: "Europe/Paris" };
  expect(found("call tom 4/5")[0]).toBe("2026-04-05");
  expect(found("call tom 4/5", paris)[0]).toBe("2026-05-04");
});

test("today is the day where the person is", () => {
  const evening = new Date("2026-03-11T23:30:00Z");
  expect(found("today", { now: evening, timeZone: "Asia/Kathmandu" })[0]).toBe("2026-03-12");
  expect(found("today", { now: evening, timeZone: "America/New_York" })[0]).toBe("2026-03-11");
});

test("hours from now are counted in instants across a change of the clocks", () => {
  const beforeGap: Today = { now: new Date("2026-03-29T00:30:00Z"), timeZone: "Europe/Berlin" };
  expect(found("in an hour", beforeGap)[0]).toBe("2026-03-29 03:30");
});
