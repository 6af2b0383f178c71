import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { containing, folded, isTelling, queryFor, rangesOf, wantedIn } from "./wanted";

const query = (text: string) => queryFor(wantedIn(text));

test("the last word of a search is the beginning of a word, and so is a long one before it", () => {
  expect(query("Dent tues")).toBe("'dent':* & 'tues':*");
  expect(query("a to dentist i")).toBe("'a' & 'to' & 'dentist':* & 'i':*");
  expect(query("o'neill & (cats) | !dogs:*")).toBe("'o' & 'neill':* & 'cats':* & 'dogs':*");
  expect(query("Überweisung 5€")).toBe("'uberweisung':* & '5':*");
  expect(query("Łódź ЧАЙ 東京")).toBe("'łodz':* & 'чаи':* & '東京':*");
  expect(query("x ".repeat(40))?.split("&")).toHaveLength(12);
});

test("a search without any word looks for its characters alone", () => {
  expect(query("?!  …")).toBeNull();
  expect(containing("100%_\\")).toBe("%100\\%\\_\\\\%");
});

test("one letter or digit is too little to look through messages", () => {
  expect(["a", "7", "", "?", "a b"].map((text) => isTelling(wantedIn(text)))).toEqual(Array(5).fill(false));
  expect(["ab", "茶", "ж", "a bc"].map((text) => isTelling(wantedIn(text)))).toEqual(Array(4).fill(true));
});

const found = (text: string, search: string) =>
  rangesOf(text, wantedIn(search)).map(({ from, to }) => text.slice(from, to));

test.each([
  ["Book the dentist, a dentists' day", "dent", ["dent", "dent"]],
  ["The CAFÉ of the cafés", "cafe", ["CAFÉ", "café"]],
  ["a cat is at a table", "a tab", ["a", "a", "tab"]],
  ["cafe\u0301 noir", "café", ["cafe\u0301"]],
  ["the ﬁrst ﬁle", "fi", ["ﬁrst", "ﬁle"]],
  ["docket.com/book", "com", ["com"]],
  ["nothing here", "zebra", []],
])("in %j the words of %j are %j", (text, search, ranges) => {
  expect(found(text, search)).toEqual(ranges);
});

// Every word must be found by the database where it is marked here, whatever stands around it.
test.each([
  "“milk”—eggs…bread",
  "Où est le café ? À l'hôtel",
  "docket.com/book/new_file-name.txt",
  "me@example.com, +49 30/1234.5",
  "🎉party🎉 ☎phone ½litre",
  "ПРИВЕТ, Ёлка! Ülkü İstanbul",
  "東京タワーへ。行く",
  "हिन्दी में 2pm 1e5 -7 10:30",
  "don’t won't «quoted» ¿qué? (a|b) c&d !e f:* <g>",
])("the database takes the words out of %j as the marks do", async (text) => {
  for (const word of folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const [row] = await db.$queryRaw<{ met: boolean }[]>`
      SELECT docket_words(${text}) @@ to_tsquery('simple', ${queryFor([{ word, isPrefix: false }])}) AS "met"`;
    expect([word, row?.met]).toEqual([word, true]);
    expect(found(text, word)).not.toEqual([]);
  }
});
