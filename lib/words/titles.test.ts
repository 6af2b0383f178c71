import { expect, test } from "vitest";
import { taskIn } from "./testing";

test.each([
  ["lunch tomorrow with bob at noon", "lunch with bob", "2026-03-12 12:00"],
  ["April 20 as my bro's birthday", "my bro's birthday", "2026-04-20"],
  ["tomorrow is trash day", "trash day", "2026-03-12"],
  ["Get ready for date starting at 6:30 pm.", "Get ready for date", "2026-03-11 18:30"],
  ["call my sister this Saturday at noon.", "call my sister", "2026-03-14 12:00"],
  ["meeting with Ana on friday from 3 to 4", "meeting with Ana", "2026-03-13 15:00"],
  ["meeting with Ana at 3 tomorrow for an hour", "meeting with Ana", "2026-03-12 15:00"],
  ["see Ana in the night today at 9 PM", "see Ana", "2026-03-11 21:00"],
  ["walk for 20 minutes", "walk for 20 minutes", null],
  ["a 15 minute walk tomorrow", "a 15 minute walk", "2026-03-12"],
  ["my appointment is at 10:45 next wednesday", "my appointment", "2026-03-18 10:45"],
  ["read chapters 3-4 tomorrow", "read chapters 3-4", "2026-03-12"],
  ["check in friday", "check in", "2026-03-13"],
  ["come over tomorrow at 6", "come over", "2026-03-12 18:00"],
  ["pencil me in for the 25th at 10 o'clock", "pencil me in", "2026-03-25 10:00"],
  ["call Bob after 5", "call Bob", "2026-03-11 17:00"],
  ["call Bob any time tomorrow", "call Bob", "2026-03-12"],
  ["visit (friday 3pm) the museum", "visit the museum", "2026-03-13 15:00"],
  ["gym monday and wednesday", "gym", "2026-03-16"],
  ["block monday to wednesday for the fair", "block for the fair", "2026-03-16"],
  ["schedule a friday lunch with Amy", "schedule a lunch with Amy", "2026-03-13"],
  ["the christening is the 19th of april not the 12th", "the christening", "2026-04-19"],
])("%s → %s, %s", (text, title, due) => {
  expect(taskIn(text)).toEqual([title, due]);
});
