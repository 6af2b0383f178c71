import { expect, test } from "vitest";
import { readRule } from "./recurrence";

test.each([
  ["RRULE:freq=weekly;byday=mo,th", "FREQ=WEEKLY;BYDAY=MO,TH"],
  ["FREQ=DAILY;INTERVAL=1", "FREQ=DAILY"],
  ["COUNT=5;FREQ=DAILY;", "FREQ=DAILY;COUNT=5"],
  ["FREQ=MONTHLY;BYDAY=+1MO", "FREQ=MONTHLY;BYDAY=1MO"],
  ["FREQ=YEARLY;BYMONTHDAY=08;BYMONTH=03", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"],
  ["FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20271231T235959Z", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20271231"],
])("%s is stored as %s", (text, rule) => {
  expect(readRule(text)).toEqual({ ok: true, rule });
  expect(readRule(rule)).toEqual({ ok: true, rule });
});

test.each([
  ["every monday", "is not a part of a recurrence rule"],
  ["", "is not a part"],
  ["BYDAY=MO", "needs FREQ"],
  ["FREQ=HOURLY", 'FREQ can\'t be "HOURLY"'],
  ["FREQ=DAILY;INTERVAL=0", "INTERVAL can't be"],
  ["FREQ=DAILY;COUNT=0", "COUNT can't be"],
  ["FREQ=DAILY;COUNT=2;UNTIL=20270101", "not both"],
  ["FREQ=DAILY;UNTIL=20270230", "not a date that exists"],
  ["FREQ=DAILY;FREQ=WEEKLY", "stands twice"],
  ["FREQ=WEEKLY;BYDAY=1MO", "only in a month or a year"],
  ["FREQ=WEEKLY;BYMONTHDAY=3", "can't have BYMONTHDAY"],
  ["FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO", "BYSETPOS"],
  ["DTSTART=20260101;FREQ=DAILY", "DTSTART"],
  ["FREQ=DAILY;BYMONTH=13", "BYMONTH can't be"],
  ["FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY can't be"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-31", "No day fits"],
])("%s is refused", (text, why) => {
  expect(readRule(text)).toEqual({ ok: false, why: expect.stringContaining(why) });
});
