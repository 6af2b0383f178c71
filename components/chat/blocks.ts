/**
 * Cuts markdown into blocks that can be drawn one by one, so that a growing reply redraws only its last block.
 * Cuts at blank lines, but not inside a code fence and not where the next line still belongs to a list.
 */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let blank = false;
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const isContinued = fence !== null || /^\s+\S/.test(line) || (isItem(line) && isItem(block[0] ?? ""));
    if (blank && block.length > 0 && line.trim() && !isContinued) {
      blocks.push(block.join("\n"));
      block = [];
    }
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark.startsWith(fence) && line.trim() === mark) fence = null;
    if (line.trim() || block.length > 0) block.push(line);
    blank = !line.trim();
  }
  if (block.length > 0) blocks.push(block.join("\n").trimEnd());
  return blocks;
}

const isItem = (line: string) => /^ {0,3}([-*+]|\d{1,9}[.)])\s/.test(line);
