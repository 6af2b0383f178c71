"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";

type Options = {
  count: number;
  choose: (index: number) => void;
  /** Changes with what is listed: the first option is the active one again. */
  anew: string;
  first?: number;
};

/** The keyboard of a text field with a list below it (ARIA's combobox): the cursor stays in the field, an option is marked. */
export function useListbox({ count, choose, anew, first = 0 }: Options) {
  const id = useId();
  const [marked, setMarked] = useState<{ anew: string; index: number } | null>(null);
  const index = Math.min(marked?.anew === anew ? marked.index : first, count - 1);
  const optionId = (of: number) => `${id}-${of}`;
  const mark = (to: number) => setMarked({ anew, index: to });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list may stand elsewhere
  useEffect(() => {
    if (index >= 0) document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: "nearest" });
  }, [id, index, anew]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === "Enter" && index >= 0) {
      event.preventDefault();
      return choose(index);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    mark((to + count) % count);
  }

  return {
    index,
    mark,
    /** The next list begins with its first option, also when it is the same one. */
    unmark: () => setMarked(null),
    optionId,
    listId: id,
    field: {
      "aria-autocomplete": "list",
      "aria-controls": id,
      "aria-activedescendant": index >= 0 ? optionId(index) : undefined,
      autoComplete: "off",
      onKeyDown,
    } as const,
  };
}
