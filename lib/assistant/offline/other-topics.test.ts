import { expect, test } from "vitest";
import { wednesday } from "@/lib/words/testing";
import { intentOf } from "./command";
import { understand } from "./understand";

const intentsOf = (text: string) => understand(text, wednesday).map(intentOf);

test.each([
  "do I need an umbrella today",
  "do I have any new emails",
  "how many reward points do I have",
  "what time does the library close",
  "how many ounces are in a cup",
  "is the train on time",
  "will it get cold tonight",
  "when is easter",
  "seven times eight",
  "can dogs eat grapes",
  "where did I park the car",
  "translaet good morning into french",
])("%s is a question about the world", (text) => expect(intentsOf(text)).toEqual(["out_of_scope"]));

test.each([
  "play something by Adele",
  "turn it up a bit",
  "make it louder",
  "call me a cab to the station",
  "text Luis that I'm outside",
  "transfer 200 dollars to savings",
  "set a timer for ten minutes",
  "add this song to my playlist",
  "skip to the next episode",
  "show me pictures of puppies",
  "find me a flight to Denver next friday",
  "cancel my flight",
])("%s is told to somebody else", (text) => expect(intentsOf(text)).toEqual(["out_of_scope"]));

test.each([
  "buy an umbrella",
  "renew my passport",
  "pay the water bill",
  "email Bob the report",
  "check the tyres by friday",
  "change the light bulb",
  "call the bank about the card",
  "call mum and water the plants",
  "book the flights by friday",
  "remind me to play the piano",
])("%s is something to do, whatever it names", (text) => expect(new Set(intentsOf(text))).toEqual(new Set(["create"])));

test.each([
  "when is my dentist appointment",
  "what do I have tomorrow",
  "do I need to buy eggs",
  "is there anything about the weather on my list",
  "when is my flight",
  "am I in court next week",
  "who is coming to the offsite",
])("%s asks for one's own list", (text) => expect(intentsOf(text)).toEqual(["list"]));

test("a call alone is an order to a telephone, and is offered as something to do", () => {
  expect(understand("call my sister", wednesday)).toMatchObject([{ do: "decline", task: { title: "call my sister" } }]);
});

test.each([
  ["could I delete the dentist?", "list"],
  ["should I cancel the gym?", "out_of_scope"],
  ["can I freeze cooked rice", "out_of_scope"],
])("%s asks for permission: a question, and no order", (text, intent) => expect(intentsOf(text)).toEqual([intent]));
test("what is asked of the assistant politely is a request", () => {
  expect(intentsOf("could you delete the dentist?")).toEqual(["delete"]);
  expect(intentsOf("can I add milk to my list")).toEqual(["create"]);
});
