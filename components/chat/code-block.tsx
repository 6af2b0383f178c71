"use client";

import { useRef } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { useColours } from "./code-pieces";

const names: Record<string, string> = {
  bash: "Shell",
  c: "C",
  cpp: "C++",
  cs: "C#",
  css: "CSS",
  csv: "CSV",
  go: "Go",
  html: "HTML",
  java: "Java",
  javascript: "JavaScript",
  js: "JavaScript",
  json: "JSON",
  jsx: "JavaScript",
  kotlin: "Kotlin",
  markdown: "Markdown",
  md: "Markdown",
  php: "PHP",
  py: "Python",
  python: "Python",
  rb: "Ruby",
  ruby: "Ruby",
  rust: "Rust",
  sh: "Shell",
  shell: "Shell",
  sql: "SQL",
  swift: "Swift",
  text: "Text",
  toml: "TOML",
  ts: "TypeScript",
  tsx: "TypeScript",
  txt: "Text",
  typescript: "TypeScript",
  xml: "XML",
  yaml: "YAML",
  yml: "YAML",
  zsh: "Shell",
};

/** What a language is called; one that nobody knows by its short name is called as it was written. */
const nameOf = (language: string) =>
  Object.hasOwn(names, language.toLowerCase()) ? names[language.toLowerCase()] : language.slice(0, 20);

export function CodeBlock({ language, text }: { language: string; text: string }) {
  const block = useRef<HTMLDivElement>(null);
  const pieces = useColours(block, language.toLowerCase(), text);
  return (
    <div ref={block} className="code">
      <div className="flex h-8 items-center justify-between pr-1 pl-3.5 text-faint text-micro pointer-coarse:h-11">
        <span>{nameOf(language) || "Code"}</span>
        <CopyButton text={text} label="Copy the code" className="size-7! pointer-coarse:size-11! [&_svg]:size-3.5!" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>
          {pieces?.map(({ text: piece, sort }, at) =>
            sort ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text that does not change
              <span key={at} data-sort={sort}>
                {piece}
              </span>
            ) : (
              piece
            ),
          ) ?? text}
        </code>
      </pre>
    </div>
  );
}
