import type { ReactNode } from "react";
import { blocksOf } from "./blocks";
import { closed } from "./half-open";

/**
 * Draws a text that grows, block by block: a block that is as it was is not read again, and what was drawn for it is given back
 * as it is, so that React leaves it alone too.
 */
export function drawing(read: (block: string) => ReactNode) {
  let drawn: readonly { text: string; node: ReactNode }[] = [];
  return (text: string, isGrowing: boolean): ReactNode[] => {
    const blocks = blocksOf(text);
    drawn = blocks.map((block, at) => {
      const shown = isGrowing && at === blocks.length - 1 ? closed(block) : block;
      const before = drawn[at];
      return before?.text === shown ? before : { text: shown, node: read(shown) };
    });
    return drawn.map(({ node }) => node);
  };
}
