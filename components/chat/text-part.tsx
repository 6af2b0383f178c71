"use client";

import dynamic from "next/dynamic";
import { createContext, use } from "react";
import { loadMarkdown } from "./ahead";

const Raw = createContext("");

/** Until the markdown reader has arrived, the text stands as it was written, in the same place and size. */
const Markdown = dynamic(() => loadMarkdown().then((module) => module.Markdown), {
  loading: function Plain() {
    return (
      <div className="prose">
        <p className="whitespace-pre-wrap">{use(Raw)}</p>
      </div>
    );
  },
});

/** `isGrowing`: more of it is to come, so that what it has begun is not to be shown half. */
export function TextPart({ text, isGrowing }: { text: string; isGrowing: boolean }) {
  return (
    <Raw value={text}>
      <Markdown text={text} isGrowing={isGrowing} />
    </Raw>
  );
}
