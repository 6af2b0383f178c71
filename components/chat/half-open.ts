/** Signs at the very end that only begin something: a list, a heading, a rule, a table, a task. */
const beginning = /(^|\n)[ \t]*(?:[-=*_#>+|~`]+|\d{1,9}[.)]|[-*+] \[[ x]?\]?)[ \t]*$/i;
const openLink = /!?\[([^[\]]*)(?:\](?:\([^()\s]*(?:\s+"[^"]*"?)?)?)?$/;

/**
 * The last block of a reply that is being written, as it will look once what it has begun is closed: no markers come and go
 * before the reader's eyes. What is finished is never changed by this.
 */
export function closed(block: string): string {
  const text = block.replace(beginning, "");
  if (text.startsWith("|")) return withRule(text);
  const at = text.lastIndexOf("\n") + 1;
  return text.slice(0, at) + closedLine(text.slice(at));
}

/** A table is one from its first line on. */
function withRule(table: string): string {
  const [head = "", rule = "", ...rows] = table.split("\n");
  const cells = head
    .replace(/^\|/, "")
    .replace(/\|\s*$/, "")
    .split("|").length;
  const isRule = /^[|:\-\s]+$/.test(rule) && rule.split("-").length > 1;
  const isWhole =
    isRule &&
    rule
      .replace(/^\|/, "")
      .replace(/\|\s*$/, "")
      .split("|").length === cells;
  return isWhole || (rule && !isRule) ? table : [head, `|${" --- |".repeat(cells)}`, ...rows].join("\n");
}

function closedLine(line: string): string {
  const outside = line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (code) => "\0".repeat(code.length));
  const open = /`+/.exec(outside);
  if (open) {
    const code = line.slice(open.index + open[0].length);
    const before = line.slice(0, open.index);
    return code.trim()
      ? `${closedLine(before)}${line.slice(open.index).replace(/`*\s*$/, "")}${open[0]}`
      : closedLine(before);
  }
  const link = openLink.exec(outside);
  if (link)
    return closedLine(
      line.slice(0, link.index) + line.slice(line.indexOf("[", link.index) + 1).slice(0, link[1]?.length),
    );
  return withEmphasis(line, outside);
}

/** Closes what is bold, slanted or struck, the innermost first. */
function withEmphasis(line: string, outside: string): string {
  const open: string[] = [];
  let end = line.length;
  for (const { 0: mark, index } of outside.matchAll(/\*\*|__|~~|[*_]/g)) {
    const before = outside[index - 1] ?? " ";
    const after = outside[index + mark.length];
    const isInWord = mark.startsWith("_") && /\w/.test(before) && after !== undefined && /\w/.test(after);
    if (isInWord) continue;
    if (open.at(-1) === mark && before.trim()) open.pop();
    else if (after === undefined) end = index;
    else if (after.trim()) open.push(mark);
  }
  return open.length > 0 ? line.slice(0, end).trimEnd() + open.toReversed().join("") : line.slice(0, end);
}
