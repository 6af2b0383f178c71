"use client";

import { type ComponentType, createContext, useEffect, useState } from "react";
import { loadTalk } from "./ahead";
import { onSign } from "./signs";
import type { TalkProps } from "./talk";

/** What shows the messages: a page with a conversation brings it along, the page of a new one fetches it before the first answer. */
export const TalkHere = createContext<ComponentType<TalkProps>>(LateTalk);

/** Milliseconds between tries, and how many a network that is there may fail. */
const pause = 1_000;
const patience = 3;

let loaded: ComponentType<TalkProps> | null = null;

function LateTalk(props: TalkProps) {
  const [Talk, setTalk] = useState<ComponentType<TalkProps> | null>(() => loaded);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let isHere = true;
    const load = async (tries: number): Promise<void> => {
      try {
        loaded ??= (await loadTalk()).Talk;
        if (isHere) setTalk(() => loaded);
      } catch (error) {
        if (!isHere) return;
        if (navigator.onLine && tries === 0)
          return setFailure(error instanceof Error ? error : new Error("not loaded"));
        await soon();
        if (isHere) await load(navigator.onLine ? tries - 1 : tries);
      }
    };
    void load(patience);
    return () => {
      isHere = false;
    };
  }, []);
  // A build that is gone from the server: the page of errors offers to load the new one.
  if (failure) throw failure;
  return Talk ? <Talk {...props} /> : null;
}

/** After a moment, or as soon as the network is back. */
function soon(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      deaf();
      resolve();
    };
    const timer = setTimeout(done, pause);
    const deaf = onSign((sign) => {
      if (sign === "online") done();
    });
  });
}
