"use client";

import { memo, type ReactNode, useState } from "react";
import { drawing } from "./drawing";
import { blockOf } from "./markdown-blocks";

const Block = memo(function Block({ text }: { text: string }) {
  return blockOf(text);
});

const read = (text: string): ReactNode => <Block text={text} />;

export function Markdown({ text, isGrowing }: { text: string; isGrowing: boolean }) {
  const [draw] = useState(() => drawing(read));
  return (
    <div className={isGrowing ? "prose prose-growing" : "prose"}>
      {draw(text, isGrowing).map((block, at) => (
        // A block's place never changes: text only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at}>{block}</div>
      ))}
    </div>
  );
}
