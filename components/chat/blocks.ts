/** `from`: where in the whole text it begins. What stands before has no say in what it is. */
export type Block = { text: string; from: number };

/**
 * Cuts markdown into blocks that can be drawn one by one, so that a growing reply redraws only its last block.
 * Cuts at blank lines, but not inside a code fence and not where the next line still belongs to a list; a fence that stands
 * in no list is a block of its own.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let block: string[] = [];
  let from = 0;
  let at = 0;
  let fence: string | null = null;
  let blank = false;
  const cut = () => {
    if (block.length > 0) blocks.push({ text: block.join("\n").trimEnd(), from });
    block = [];
  };
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    const isContinued = fence !== null || /^\s+\S/.test(line) || (isItem(line) && isItem(block[0] ?? ""));
    const isOwn = fence === null && mark !== undefined && !/^\s/.test(line);
    if (isOwn || (blank && line.trim() && !isContinued)) cut();
    if (line.trim() && block.length === 0) from = at;
    if (line.trim() || block.length > 0) block.push(line);
    at += line.length + 1;
    blank = !line.trim();
    if (mark === undefined) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) {
      fence = null;
      if (codeOf(block.join("\n"))) cut();
    }
  }
  cut();
  return blocks;
}

const isItem = (line: string) => /^ {0,3}([-*+]|\d{1,9}[.)])\s/.test(line);

export type Code = { language: string; text: string };

/** What a block holds that is nothing but code in a fence; the end of the fence may still be missing. */
export function codeOf(block: string): Code | null {
  const [first = "", ...lines] = block.split("\n");
  const [, fence, language = ""] = /^(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/.exec(first) ?? [];
  if (!fence) return null;
  // Its end comes sign by sign.
  const last = lines.at(-1)?.trim() ?? "";
  const isEnd = last !== "" && (fence.startsWith(last) || last.startsWith(fence)) && new Set(last).size === 1;
  return { language, text: (isEnd ? lines.slice(0, -1) : lines).join("\n") };
}
