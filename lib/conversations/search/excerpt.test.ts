import { expect, test } from "vitest";
import { wantedIn } from "@/lib/wanted";
import { excerptOf, markedTitle } from "./excerpt";

const marked = (content: string, search: string) =>
  excerptOf(content, wantedIn(search), true)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join("");

test("an excerpt stands around the first hit, on one line, without the stars of Markdown", () => {
  expect(marked("Call the **dentist**\n\non `Friday`", "dent fri")).toBe("Call the [dent]ist on [Fri]day");
  const long = `${"word ".repeat(50)}and then the dentist called ${"again ".repeat(50)}`;
  const shown = marked(long, "dentist");
  expect(shown).toMatch(/^…word .*the \[dentist\] called again .*again…$/);
  expect(shown.length).toBeLessThan(160);
});

test("a text without the word, as the database counts it, is shown from its beginning", () => {
  expect(marked("Nothing of it", "dentist")).toBe("Nothing of it");
});

test("a text is never cut in the middle of a character", () => {
  const shown = marked("😀".repeat(200), "x");
  expect(shown.isWellFormed()).toBe(true);
  expect(marked(`${"😀".repeat(100)}milk${"😀".repeat(100)}`, "milk").isWellFormed()).toBe(true);
});

test("markup of a message is text", () => {
  expect(excerptOf("<b>milk</b>", wantedIn("milk"), false)).toEqual([
    { text: "<b>", hit: false },
    { text: "milk", hit: true },
    { text: "</b>", hit: false },
  ]);
});

test("signs that a reply escapes are shown as they are read; what a person wrote as they wrote it", () => {
  expect(marked("Added \\<b\\>milk\\</b\\>", "milk")).toBe("Added <b>[milk]</b>");
  const [piece] = excerptOf("**C:\\_milk**", wantedIn("zebra"), false);
  expect(piece?.text).toBe("**C:\\_milk**");
});

test("a title is marked by its words, or else by what was typed", () => {
  const title = (search: string) => markedTitle("Holiday 100%", wantedIn(search), search);
  expect(title("hol")).toEqual([
    { text: "Hol", hit: true },
    { text: "iday 100%", hit: false },
  ]);
  expect(title("LIDAY")).toEqual([
    { text: "Ho", hit: false },
    { text: "liday", hit: true },
    { text: " 100%", hit: false },
  ]);
  expect(title("0%")[1]).toEqual({ text: "0%", hit: true });
  expect(markedTitle("", wantedIn("x"), "x")).toEqual([]);
});
