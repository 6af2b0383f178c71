import type { ReactNode } from "react";
import { blocksOf } from "./blocks";
import { closed } from "./half-open";

type Drawn = { text: string; from: number; node: ReactNode };

/**
 * Draws a text that grows, block by block: only what comes after its finished blocks is looked at, a block that is as it was is
 * not read again, and what was drawn for it is given back as it is, so that React leaves it alone too.
 */
export function drawing(read: (block: string) => ReactNode) {
  let finished = "";
  let drawn: readonly Drawn[] = [];
  return (text: string, isGrowing: boolean): ReactNode[] => {
    if (!text.startsWith(finished)) {
      finished = "";
      drawn = [];
    }
    const kept = drawn.slice(0, finished ? -1 : 0);
    const rest = blocksOf(text.slice(finished.length));
    drawn = [
      ...kept,
      ...rest.map((block, at): Drawn => {
        const shown = isGrowing && at === rest.length - 1 ? closed(block.text) : block.text;
        const before = drawn[kept.length + at];
        const from = finished.length + block.from;
        return before?.text === shown ? { ...before, from } : { text: shown, from, node: read(shown) };
      }),
    ];
    finished = text.slice(0, drawn.at(-1)?.from ?? 0);
    return drawn.map(({ node }) => node);
  };
}
