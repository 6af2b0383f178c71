import { expect, test } from "vitest";
import type { Command } from "./command";
import { wednesday } from "./testing";
import { understand } from "./understand";

const [friday, thursday] = ["2026-03-13", "2026-03-12"];
const read = (text: string) => understand(text, wednesday);
const titles = (text: string) =>
  read(text).map((command) => (command.do === "create" ? command.task.title : command.do));

test.each([
  ["make an event at 3 pm for my book club", "my book club"],
  ["create a calendar entry called dress rehearsal for friday at 8", "dress rehearsal"],
  ["set up an appointment on wednesday to see the optician", "see the optician"],
  ["schedule me a physio session for thursday, 1pm", "physio session"],
  ["add olive oil to the shopping list, we're all out", "olive oil"],
  ["could you put 'The 5th Wave' on my books to read list", "The 5th Wave"],
  ["on my packing list put the phone charger", "the phone charger"],
  ["I was wondering if you could possibly remind me to water the ferns", "water the ferns"],
  ["we're out of dishwasher tablets", "dishwasher tablets"],
  ["the christening is on sunday, pop it in the diary", "the christening"],
  ["I have to collect the parcel on friday, can you remind me?", "collect the parcel"],
  ["I've gotta mow the lawn", "mow the lawn"],
  ["it might be smart to get the chimney swept", "get the chimney swept"],
  ["book a haircut tomorrow at 5:30 pm", "haircut"],
  ["put out the recycling tonight", "put out the recycling"],
])("%s adds %s", (text, title) => {
  expect(titles(text)).toEqual([title]);
});

test.each<[string, Partial<Command>]>([
  ["would you mind taking the piano tuner off my list", { do: "delete" }],
  ["pub quiz is off, get rid", { do: "delete" }],
  [
    "the playdate fell through so take that off the calendar",
    { do: "delete", target: { kind: "words", text: "the playdate" } },
  ],
  ["stop reminding me about the gym", { do: "delete", target: { kind: "words", text: "the gym" } }],
  ["empty the shopping list", { do: "delete", target: { kind: "bulk", filter: { view: "all" } } }],
  [
    "clear my calendar for friday",
    { do: "delete", target: { kind: "bulk", filter: { dueFrom: friday, dueTo: friday } } },
  ],
  ["cancel my driving lesson tomorrow", { do: "delete" }],
  ["no more reminders about water please", { do: "delete" }],
])("%s throws something out", (text, command) => {
  expect(read(text)).toMatchObject([command]);
});

test.each<[string, string, string]>([
  ["dinner at Nan's is on friday not thursday", "dinner at Nan's", friday],
  ["the seminar has been moved to friday", "the seminar", friday],
  ["prof moved the seminar to friday", "the seminar", friday],
  ["dentist -> friday", "dentist", friday],
  ["the plumber can wait till friday", "the plumber", friday],
  ["friday is better for the budget talk", "the budget talk", friday],
  ["that meeting with HR? shift it to tomorrow", "that meeting with HR", thursday],
  ["I can't do yoga on monday, put it on friday", "yoga", friday],
])("%s moves %s", (text, words, date) => {
  expect(read(text)).toMatchObject([
    { do: "update", target: { kind: "words", text: words }, patch: { due: { date } } },
  ]);
});

test.each<[string, string]>([
  ["reschedule the boiler service", "when"],
  ["could you move my chiropodist to a different day", "when"],
  ["rename the report", "title"],
  ["tag the other one", "tags"],
])("%s lacks the %s", (text, lacks) => {
  expect(read(text)).toMatchObject([{ do: "update", lacks }]);
});

test.each([
  ["bins are out", "bins"],
  ["paint rollers bought", "buy paint rollers"],
  ["I think you can tick the carpet off", "the carpet"],
  ["that parking badge was sorted ages ago", "that parking badge"],
])("%s was done", (text, words) => {
  expect(read(text)).toMatchObject([{ do: "complete", completed: true, target: { kind: "words", text: words } }]);
});

test("what turns out not to be done is opened again", () => {
  expect(read("actually I didn't buy the milk yet")).toMatchObject([
    { do: "complete", completed: false, target: { kind: "words", text: "buy the milk" } },
  ]);
});

test.each([
  "wait no, undo that",
  "shit, not that one, go back",
  "oh dear i didn't mean that please put it back the way it was",
  "undo undo undo",
  "put them all back",
])("%s takes back", (text) => {
  expect(read(text)).toMatchObject([{ do: "undo" }]);
});

test("how much to take back may be said", () => {
  expect(read("undo the last two changes")).toEqual([{ do: "undo", count: 2 }]);
  expect(read("undo everything you just did")).toEqual([{ do: "undo", count: "all" }]);
  expect(read("actually do it after all")).toEqual([{ do: "redo" }]);
  expect(read("what was the last thing you did?")).toEqual([{ do: "recall" }]);
});

test.each([
  "I'd love to know if there's anything I'm late with",
  "is margaret's birthday in there",
  "what do the kids have after school on friday",
  "tmrw?",
  "may I see my engagements for the coming week",
  "find my appointment with doctor nguyen",
  "i can't recall what's on sunday",
])("%s asks for tasks", (text) => {
  expect(read(text)).toMatchObject([{ do: "list" }]);
});

test.each([
  "i am absolutely shattered",
  "we went to the zoo",
  "you're bloody useless",
  "how old are you",
  "what's the time",
  "Can I set a recurring task?",
  "good morning sunshine",
  "sing me happy birthday",
])("%s is small talk", (text) => {
  expect(read(text)).toMatchObject([{ do: "talk" }]);
});

test.each([
  "what's the derivative of x squared",
  "play some jazz",
  "set an alarm for 7",
  "turn off the kitchen lights",
  "how tall is mount everest",
  "text Luis I'm outside",
  "avoid the toll roads",
])("%s is for somebody else", (text) => {
  expect(read(text)).toMatchObject([{ do: "decline" }]);
});

test("what led to a request is no request", () => {
  expect(read("client bailed. delete the Moretti website")).toMatchObject([{ do: "delete" }]);
  expect(read("i dropped spanish so delete the spanish homework")).toMatchObject([{ do: "delete" }]);
});

test("a sentence too long to read changes nothing, and says so", () => {
  expect(read("buy milk and ".repeat(100))).toMatchObject([
    { do: "say", text: expect.stringContaining("did nothing") },
  ]);
});
