import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { piecesOf } from "./code-colours";
import type { Sort } from "./code-pieces";

const code = `// sorts <them> & "keeps" the rest
export function inOrder(tasks: Task[], most = 12): string {
  return tasks.map((task) => \`\${task.title}'s\`).join("\\n"); // 5 < 6 && 7 > 3
}`;

test("the text stays the same, letter by letter", () => {
  for (const language of [
    "ts",
    "tsx",
    "js",
    "python",
    "sh",
    "json",
    "html",
    "css",
    "sql",
    "java",
    "go",
    "rs",
    "yml",
    "c",
  ])
    expect(
      piecesOf(language, code)
        ?.map(({ text }) => text)
        .join(""),
      language,
    ).toBe(code);
});

test("what is told apart has the sort that a reader expects", () => {
  const sortOf = (text: string) => piecesOf("ts", code)?.find((piece) => piece.text.includes(text))?.sort;
  expect(sortOf("export")).toBe("keyword");
  expect(sortOf("inOrder")).toBe("name");
  expect(sortOf("12")).toBe("number");
  expect(sortOf("sorts <them>")).toBe("comment");
  expect(sortOf(";")).toBeNull();
});

test("a language that nobody knows stays plain", () => {
  expect(piecesOf("cobol", code)).toBeNull();
  expect(piecesOf("", code)).toBeNull();
});

const styles = readFileSync("app/globals.css", "utf8");
const colour = (name: string) =>
  new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(styles)?.slice(1) ?? [];

/** Relative luminance, as WCAG has it. */
function light(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string) => {
  const [brighter = 0, darker = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
};

test.each<Sort>(["keyword", "string", "number", "comment", "name", "type"])(
  "%s can be read on paper, light and dark",
  (sort) => {
    const paper = colour("paper");
    const ink = colour(`code-${sort}`);
    expect(ink).toHaveLength(2);
    for (const [at, one] of ink.entries()) expect(contrast(one, paper[at] ?? "")).toBeGreaterThanOrEqual(4.5);
  },
);
