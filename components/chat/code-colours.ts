import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import type { Piece, Sort } from "./code-pieces";

const languages = { bash, cpp, csharp, css, go, java, javascript, json, python, rust, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);
highlighter.registerAliases(["shell", "console"], { languageName: "bash" });
highlighter.registerAliases(["c", "h"], { languageName: "cpp" });

/** What the highlighter calls things, and which of our few colours that is; what is not named here stays ink. */
const sorts: Record<string, Sort> = {
  keyword: "keyword",
  literal: "keyword",
  "selector-tag": "keyword",
  "meta-keyword": "keyword",
  tag: "keyword",
  name: "keyword",
  built_in: "type",
  type: "type",
  class_: "type",
  "selector-class": "type",
  "selector-id": "type",
  string: "string",
  regexp: "string",
  addition: "string",
  char: "string",
  number: "number",
  symbol: "number",
  bullet: "number",
  comment: "comment",
  quote: "comment",
  meta: "comment",
  title: "name",
  function_: "name",
  attr: "name",
  attribute: "name",
  property: "name",
  section: "name",
};

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/** The text in pieces of one colour each; null for a language that nobody here knows. */
export function piecesOf(language: string, text: string): Piece[] | null {
  if (!highlighter.getLanguage(language)) return null;
  const { value } = highlighter.highlight(text, { language, ignoreIllegals: true });
  const pieces: Piece[] = [];
  const open: (Sort | null)[] = [];
  // Spans, their ends, and escaped text between them are all that it writes.
  for (const [whole, names] of value.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (names !== undefined) open.push(sortOf(names) ?? open.at(-1) ?? null);
    else if (whole === "</span>") open.pop();
    else
      add(
        pieces,
        whole.replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => entities[sign] ?? sign),
        open.at(-1),
      );
  }
  return pieces;
}

function sortOf(names: string): Sort | undefined {
  const known = names.split(" ").flatMap((name) => sorts[name.replace(/^hljs-/, "")] ?? []);
  return known.at(-1);
}

function add(pieces: Piece[], text: string, sort: Sort | null | undefined) {
  const last = pieces.at(-1);
  if (last && last.sort === (sort ?? null)) last.text += text;
  else pieces.push({ text, sort: sort ?? null });
}
