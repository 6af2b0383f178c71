"use client";

import type { ReplyData } from "@/lib/assistant/schema";

type ChoicesProps = {
  options: ReplyData["choices"]["options"];
  /** The question is still open. */
  isOpen: boolean;
  choose: (text: string) => void;
};

/** Answers to the assistant's own question. Once it is answered they are only to be read. */
export function Choices({ options, isOpen, choose }: ChoicesProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{isOpen ? "Choose an answer" : "Answers that were offered"}</legend>
      {options.map(({ label, text }) => (
        <button
          key={text}
          type="button"
          disabled={!isOpen}
          onClick={() => choose(text)}
          className="wrap-anywhere max-w-full rounded-control border border-edge bg-sheet px-3 py-1.5 text-left hover:bg-tint disabled:border-rule disabled:border-dashed disabled:bg-transparent disabled:text-soft pointer-coarse:min-h-11"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
