/** A stretch of a text that was changed; "cut" stands for words left out because nothing changed there. */
export type Stretch = { kind: "same" | "gone" | "new" | "cut"; text: string };

/** So many words around a change are shown, and of so large a table the longest common part is still looked for. */
const around = 5;
const largest = 1_000_000;

/** What was taken out of a long text and what was put in, word by word, with a few words around. */
export function wordDiff(before: string, after: string): Stretch[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < is.length - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const stretches = [
    { kind: "same" as const, words: was.slice(0, head) },
    ...middle(was.slice(head, was.length - tail), is.slice(head, is.length - tail)),
    { kind: "same" as const, words: was.slice(was.length - tail) },
  ].filter(({ words }) => words.length > 0);
  return stretches.flatMap(({ kind, words }, at) => {
    if (kind !== "same") return [{ kind, text: words.join("") }];
    return shortened(words, at === 0, at === stretches.length - 1);
  });
}

const wordsOf = (text: string) => text.match(/\S+\s*|\s+/g) ?? [];

type Run = { kind: "same" | "gone" | "new"; words: string[] };

function middle(was: string[], is: string[]): Run[] {
  const runs: Run[] = [];
  const add = (kind: Run["kind"], words: string[]) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(...words);
    else if (words.length > 0) runs.push({ kind, words: [...words] });
  };
  if (was.length * is.length > largest) {
    add("gone", was);
    add("new", is);
    return runs;
  }
  const lengths = commonLengths(was, is);
  let [at, to] = [0, 0];
  while (at < was.length && to < is.length) {
    if (was[at] === is[to]) {
      add("same", [was[at++] ?? ""]);
      to++;
    } else if ((lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0)) add("gone", [was[at++] ?? ""]);
    else add("new", [is[to++] ?? ""]);
  }
  add("gone", was.slice(at));
  add("new", is.slice(to));
  return runs;
}

/** How many words the rests of both texts have in common, from each pair of places on. */
function commonLengths(was: string[], is: string[]): Uint16Array[] {
  const rows = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  for (let at = was.length - 1; at >= 0; at--) {
    const [row, below] = [rows[at], rows[at + 1]];
    if (!row || !below) continue;
    for (let to = is.length - 1; to >= 0; to--)
      row[to] = was[at] === is[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
  }
  return rows;
}

function shortened(words: string[], isFirst: boolean, isLast: boolean): Stretch[] {
  const before = isFirst ? 0 : around;
  const after = isLast ? 0 : around;
  if (words.length <= before + after + 2) return [{ kind: "same", text: words.join("") }];
  return [
    { kind: "same" as const, text: words.slice(0, before).join("") },
    { kind: "cut" as const, text: "… " },
    { kind: "same" as const, text: words.slice(words.length - after).join("") },
  ].filter(({ text }) => text !== "");
}
