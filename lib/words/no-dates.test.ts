import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  "read part 3",
  "The 5th Wave",
  "watch 24 season 2",
  "pay $5.30",
  "buy 5 lbs of flour",
  "2 percent milk",
  "read chapter 7",
  "go to room 1420",
  "watch the 10 o'clock news",
  "watch 9 to 5",
  "buy 2x4 lumber",
  "call 911",
  "dial 555-1234",
  "call 212 555 0199",
  "version 4.22",
  "update node to 22.4",
  "vitamin b12",
  "return 1 of 2 library books",
  "pick up 3 bags at 7 eleven",
  "10 minute abs",
  "24 hour fitness",
  "watch 60 minutes",
  "size 10 shoes",
  "meet at gate 5",
  "read 1984",
  "a table for 4",
  "get tickets for 3 people",
  "run 5k",
  "buy the 7pm show tickets",
  "am i free",
  "pay €1,200",
  "1 on 1 with Sam",
  "order 2 large pizzas",
])("a number is a count, a price, a name: %s", (text) => {
  expect(dueIn(text)).toBeNull();
});

test.each([
  "Sunday roast recipe",
  "call May",
  "may I go",
  "march for science",
  "he sat down",
  "sun cream",
  "fried chicken",
  "email April about the budget",
  "gift for june",
  "visit Augusta",
  "get a second opinion",
  "pay the second installment",
  "order a sundae",
  "mourning dress",
  "listen to Ruby Tuesday",
  "rewatch Friday Night Lights",
  "get morning coffee beans",
  "night shift rota",
  "midnight snack",
  "pack weekend bag",
  "christmas cards",
  "buy easter eggs",
  "spring cleaning",
  "plan summer vacation",
  "the daily show",
  "q3 report",
  "next steps doc",
  "read today's paper",
  "tomorrow's agenda",
  'watch "see you tomorrow at 5"',
  "mail a@monday.com",
  "every hour drink water",
  "hourly standup",
])("a word is a name or another word: %s", (text) => {
  expect(dueIn(text)).toBeNull();
});

test("a number of many figures is no time", () => {
  expect(dueIn("pay invoice 20345")).toBeNull();
});
