import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { expect, test } from "vitest";
import { isPlain } from "./plain";

const plain = [
  "Done.",
  "Call mum at 5: she said 'later' (or not), didn't she?",
  "Zürich, 10 – 12 o’clock… “quite so”!",
  "It costs $5 + 7% = too much #sad - really",
  "2026 was a year",
  "a - b",
];

test.each(plain)("without signs, markdown is a paragraph: %s", (text) => {
  expect(isPlain(text)).toBe(true);
  const read = renderToStaticMarkup(<ReactMarkdown remarkPlugins={[remarkGfm]}>{text}</ReactMarkdown>);
  expect(read).toBe(renderToStaticMarkup(<p>{text}</p>));
});

test.each([
  ...[
    "# Head",
    "- item",
    "+ item",
    "1. one",
    "12) twelve",
    "> said",
    "---",
    "    code",
    "\ttab",
    "a\nb",
    "a  b",
    "end ",
  ],
  ...[
    "**a**",
    "_a_",
    "`a`",
    "[a](b)",
    "<b>",
    "&amp;",
    "~a~",
    "| a |",
    "a@b.example",
    "see www.a.example",
    "https://a.example",
  ],
  "a\\*",
])("with a sign it has to be read: %s", (text) => {
  expect(isPlain(text)).toBe(false);
});
