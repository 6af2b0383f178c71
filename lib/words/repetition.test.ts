import { expect, test } from "vitest";
import { readTask } from "./read-task";
import { wednesday } from "./testing";

const repeated = (text: string) => {
  const { recurrence, title } = readTask(text, wednesday);
  return [recurrence, title];
};

test.each([
  ["gym daily", "FREQ=DAILY", "gym"],
  ["pills each morning", "FREQ=DAILY", "pills"],
  ["walk every other day", "FREQ=DAILY;INTERVAL=2", "walk"],
  ["stretch every 3 days until june", "FREQ=DAILY;INTERVAL=3;UNTIL=20260601", "stretch"],
  ["read every day for 6 weeks", "FREQ=DAILY;COUNT=42", "read"],
  ["physio every day 10 times", "FREQ=DAILY;COUNT=10", "physio"],
  ["standup every weekday at 7 except friday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "standup"],
  ["call grandma every day at 7pm except weekends", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "call grandma"],
  ["walk daily but not on the weekend", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "walk"],
  ["walk every day except sundays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", "walk"],
  ["standup, Mon–Fri, 9:15 am, starting next week", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "standup"],
  ["run on weekends", "FREQ=WEEKLY;BYDAY=SA,SU", "run"],
  ["yoga on tuesdays", "FREQ=WEEKLY;BYDAY=TU", "yoga"],
  ["swim mondays and wednesdays at 7", "FREQ=WEEKLY;BYDAY=MO,WE", "swim"],
  ["swim twice a week on mon and thu", "FREQ=WEEKLY;BYDAY=MO,TH", "swim"],
  ["judo every tuesday and thursday from 5 to 6:30", "FREQ=WEEKLY;BYDAY=TU,TH", "judo"],
  ["bins every other tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "bins"],
  ["pay the cleaner biweekly", "FREQ=WEEKLY;INTERVAL=2", "pay the cleaner"],
  ["yoga every wednesday for 6 weeks", "FREQ=WEEKLY;BYDAY=WE;COUNT=6", "yoga"],
  ["rent on the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1", "rent"],
  ["wages on the 1st and 15th of each month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "wages"],
  ["invoices at the end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1", "invoices"],
  ["book club the second tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU", "book club"],
  ["invoices every last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR", "invoices"],
  ["VAT return quarterly", "FREQ=MONTHLY;INTERVAL=3", "VAT return"],
  ["dentist every 6 months", "FREQ=MONTHLY;INTERVAL=6", "dentist"],
  ["dad's birthday every july 21st", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=21", "dad's birthday"],
  ["renew the domain yearly", "FREQ=YEARLY", "renew the domain"],
  ["a weekly meeting with Ana", "FREQ=WEEKLY", "a meeting with Ana"],
])("%s repeats by %s: %s", (text, rule, title) => {
  expect(repeated(text)).toEqual([rule, title]);
});

test.each([
  "dad's birthday on july 21st",
  "our anniversary on may 5",
  "drink water every hour",
  "check the oven every 30 minutes",
  "gym on monday and wednesday",
  "pay on the last friday of the month",
  "rent on the 1st of the month",
  "read the daily mail",
  "everyone on tuesday",
])("%s does not repeat", (text) => {
  expect(readTask(text, wednesday).recurrence).toBeNull();
});

test("the first date of a repetition is one of its days, and at its time", () => {
  expect(readTask("standup every weekday at 7 except friday", wednesday).due).toEqual({
    date: "2026-03-12",
    time: "07:00",
  });
  expect(readTask("standup, Mon–Fri, 9:15 am, starting next week", wednesday).due).toEqual({
    date: "2026-03-16",
    time: "09:15",
  });
});
