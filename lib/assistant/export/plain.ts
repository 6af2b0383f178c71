/** Text that stays text in Markdown: on one line, with nothing in it that a reader of Markdown would act on. */
export const inline = (text: string): string => escaped(text.replace(/\s+/g, " ").trim());

/** What a person wrote, line by line as they wrote it, quoted. */
export const quoted = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join("  \n");

const escaped = (line: string): string =>
  line
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    // At the beginning of a line these would make a heading, a list or a rule, and four spaces would make code.
    .replace(/^\s*(?:[#+\-=])/, (start) => `${start.slice(0, -1).trimStart()}\\${start.slice(-1)}`)
    .replace(/^\s*(\d+)([.)])/, "$1\\$2")
    .replace(/^\s{4,}/, "   ");

/**
 * A reply is Markdown and stays so; but what the chat doesn't draw, raw HTML and pictures, which would fetch something when the
 * file is opened, is text here too. Code is left alone; a fence
 * that stands in a list item is not seen as one, so that what is in it gains backslashes rather than staying HTML by mistake.
 */
export function harmless(markdown: string): string {
  let fence: string | null = null;
  return markdown
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
      if (fence !== null) {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
        return line;
      }
      if (mark) fence = mark;
      return mark ? line : outsideCode(line);
    })
    .join("\n");
}

/** Code within a line begins and ends with as many ticks; a tick that is escaped begins none. */
const outsideCode = (line: string): string =>
  line.replace(
    /(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)|(\\*)(!(?=\[)|<(?=[a-z/!?]))/gi,
    (found, ticks: string | undefined, slashes: string, sign: string) => (ticks ? found : asText(found, slashes, sign)),
  );

/** What is escaped already stays so: one more backslash would free it. */
const asText = (found: string, slashes: string, sign: string) =>
  slashes.length % 2 === 1 ? found : `${slashes}\\${sign}`;
