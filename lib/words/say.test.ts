import { expect, test } from "vitest";
import { list, sayDue, sayDueLong, sayDueShort, sayRecurrence } from "./say";

const today = { now: new Date("2026-11-23T09:00:00Z"), timeZone: "Europe/Paris" };

test("a due date can't be misunderstood", () => {
  expect(sayDue({ date: "2026-11-27", time: "17:00" }, today)).toBe("Fri 27 Nov 2026, 17:00 Europe/Paris");
  expect(sayDue({ date: "2026-11-27", time: null }, today)).toBe("Fri 27 Nov 2026");
});

test.each([
  ["2026-11-23", null, "today"],
  ["2026-11-24", "17:00", "tomorrow 17:00"],
  ["2026-11-22", null, "yesterday"],
  ["2026-11-27", "08:00", "Fri 27 Nov 08:00"],
  ["2027-01-27", null, "Wed 27 Jan 2027"],
])("%s %s is, for a list, %s", (date, time, said) => {
  expect(sayDueShort({ date, time }, today)).toBe(said);
});

test("a spoken date is relative where that helps, and always exact", () => {
  expect(sayDueLong({ date: "2026-11-24", time: "17:00" }, today)).toBe("tomorrow, Tue 24 Nov, 17:00");
  expect(sayDueLong({ date: "2026-11-27", time: null }, today)).toBe("Fri 27 Nov");
});

test.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=DAILY;INTERVAL=3", "every 3 days"],
  ["FREQ=WEEKLY", "every week"],
  ["FREQ=WEEKLY;BYDAY=MO,TH", "every Monday and Thursday"],
  ["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every other Tuesday"],
  ["FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR", "every 3 weeks on Tuesday and Friday"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"],
  ["FREQ=MONTHLY;BYMONTHDAY=1", "every month on the 1st"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"],
  ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2", "every month on the 2nd Monday"],
  ["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15", "every year on 15 April"],
  ["FREQ=DAILY;UNTIL=20270601", "every day until Tue 1 Jun 2027"],
  ["FREQ=WEEKLY;COUNT=5", "every week, 5 times"],
  ["FREQ=HOURLY", "by the rule FREQ=HOURLY"],
])("%s is said as %s", (rule, said) => {
  expect(sayRecurrence(rule)).toBe(said);
});

test("a list ends in and", () => {
  expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("a clock of twelve hours is spoken as such", () => {
  const american = { ...today, clock: "12h" } as const;
  const at = (time: string) => sayDueShort({ date: "2026-11-24", time }, american);
  expect(["17:00", "17:30", "00:00", "12:00", "00:05", "09:00"].map(at)).toEqual([
    "tomorrow 5:00 pm",
    "tomorrow 5:30 pm",
    "tomorrow 12:00 am",
    "tomorrow 12:00 pm",
    "tomorrow 12:05 am",
    "tomorrow 9:00 am",
  ]);
  expect(sayDueLong({ date: "2026-11-27", time: "17:00" }, american)).toBe("Fri 27 Nov, 5:00 pm");
  expect(sayDue({ date: "2026-11-27", time: "17:00" }, american)).toBe("Fri 27 Nov 2026, 5:00 pm Europe/Paris");
});
