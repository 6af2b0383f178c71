"use client";

import { useEffect, useEffectEvent } from "react";
import type { Hands } from "./commands";
import { isMac, isTyping, keyReader } from "./keys";

/** Runs commands by their keys, wherever the page has the focus. */
export function useKeys(hands: Hands, singleKeys: boolean) {
  const run = useEffectEvent((event: KeyboardEvent, read: ReturnType<typeof keyReader>) => {
    if (event.defaultPrevented) return;
    const command = read(event, {
      isMac: isMac(),
      isTyping: isTyping(event.target),
      isOpen: document.querySelector("dialog[open]") !== null,
      singleKeys,
      at: event.timeStamp,
    });
    if (!command) return;
    event.preventDefault();
    command.run(hands);
  });
  useEffect(() => {
    const read = keyReader();
    const hear = (event: KeyboardEvent) => run(event, read);
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}
