import { expect, test } from "vitest";
import { attachment, fileNameFrom } from "./file-name";
import { harmless, inline, quoted } from "./plain";

test.each([
  ["Milk & eggs", "Milk & eggs"],
  ["two\nlines\r\n# and a heading", "two lines # and a heading"],
  ["# no heading", "\\# no heading"],
  ["- no list", "\\- no list"],
  ["1. no list", "1\\. no list"],
  ["`code` *bold* _it_ ~~gone~~", "\\`code\\` \\*bold\\* \\_it\\_ \\~\\~gone\\~\\~"],
  ["<img src=x> [a](b) ![c](d) | &amp;", "\\<img src=x\\> \\[a\\](b) !\\[c\\](d) \\| &amp;amp;"],
])("a title %j stays text on one line", (title, text) => {
  expect(inline(title)).toBe(text);
});

test("what a person wrote is quoted line by line, and can't leave the quotation", () => {
  expect(quoted("a\n\n## b\r\n> c\n    code\u2028---")).toBe("> a  \n>  \n> \\## b  \n> \\> c  \n>    code  \n> \\---");
});

test("a reply stays Markdown, without raw HTML and pictures; code is left alone", () => {
  expect(harmless("**Added** [x](https://a.example)")).toBe("**Added** [x](https://a.example)");
  expect(harmless("![x](https://evil.example/?q) <script>1</script> 1 < 2")).toBe(
    "\\![x](https://evil.example/?q) \\<script>1\\</script> 1 < 2",
  );
  expect(harmless("\\<img src=x> \\\\<b> \\![x](y)")).toBe("\\<img src=x> \\\\\\<b> \\![x](y)");
  expect(harmless("`<b>` and <b>")).toBe("`<b>` and \\<b>");
  expect(harmless("``<b>` and <i>")).toBe("``\\<b>` and \\<i>");
  expect(harmless("\\`<b>`")).toBe("\\`\\<b>`");
  expect(harmless("``` a`b\n<b>")).toBe("``` a`b\n\\<b>");
  expect(harmless("\t```\n<b>")).toBe("\t```\n\\<b>");
  const fenced = "```html\n<b>![x](y)</b>\n```";
  expect(harmless(`${fenced}\n<i>`)).toBe(`${fenced}\n\\<i>`);
  expect(harmless("~~~\n```\n<b>\n~~~\n<b>")).toBe("~~~\n```\n<b>\n~~~\n\\<b>");
});

test.each([
  ["Groceries", "Groceries.md"],
  ["../../etc/passwd", "etc passwd.md"],
  ['a\n"b"; filename=x\\y', "a b ; filename=x y.md"],
  ["con", "Conversation con.md"],
  ["   ", "Conversation.md"],
  [null, "Conversation.md"],
  ["…\u202Egpj.exe", "… gpj.exe.md"],
  [".hidden. ", "hidden.md"],
  ["😀".repeat(100), `${"😀".repeat(80)}.md`],
  ["Überweisung an Zoë", "Überweisung an Zoë.md"],
])("the file of %j is called %j", (title, name) => {
  expect(fileNameFrom(title, "md")).toBe(name);
});

test("a header holds the name in ASCII and as it is", () => {
  expect(attachment("Zoë's (№5) 茶.md")).toBe(
    `attachment; filename="Zoe's (No5) _.md"; filename*=UTF-8''Zo%C3%AB%27s%20%28%E2%84%965%29%20%E8%8C%B6.md`,
  );
});
