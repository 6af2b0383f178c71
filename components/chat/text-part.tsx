"use client";

import dynamic from "next/dynamic";
import { createContext, use } from "react";

const Raw = createContext("");

/** Until the markdown reader has arrived, the text stands as it was written, in the same place and size. */
const Markdown = dynamic(() => import("./markdown").then((module) => module.Markdown), {
  loading: function Plain() {
    return <p className="whitespace-pre-wrap">{use(Raw)}</p>;
  },
});

export function TextPart({ text }: { text: string }) {
  return (
    <Raw value={text}>
      <Markdown text={text} />
    </Raw>
  );
}
