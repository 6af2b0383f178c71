"use client";

import { type RefObject, useEffectEvent, useLayoutEffect } from "react";

/** What a person typed into a field before React took the page over: no event told of it. */
export function useTypedEarly(field: RefObject<HTMLInputElement | null>, take: (text: string) => void) {
  const found = useEffectEvent(take);
  // Not an effect that runs later: the first render after hydration empties the field.
  useLayoutEffect(() => {
    const text = field.current?.value;
    if (text) found(text);
  }, [field]);
}
