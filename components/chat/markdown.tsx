"use client";

import { memo, type ReactNode, useState } from "react";
import { GrowingHere } from "./code-pieces";
import { drawing } from "./drawing";
import { blockOf } from "./markdown-blocks";

const Block = memo(function Block({ text }: { text: string }) {
  return blockOf(text);
});

const read = (text: string): ReactNode => <Block text={text} />;

export function Markdown({ text, isGrowing }: { text: string; isGrowing: boolean }) {
  const [draw] = useState(() => drawing(read));
  const blocks = draw(text, isGrowing);
  return (
    <div className={isGrowing ? "prose prose-growing" : "prose"}>
      {blocks.map((block, at) => (
        // A block's place never changes: text only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at}>
          <GrowingHere value={isGrowing && at === blocks.length - 1}>{block}</GrowingHere>
        </div>
      ))}
    </div>
  );
}
