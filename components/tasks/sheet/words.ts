"use client";

import { useEffect, useState } from "react";
import { usePerson } from "@/components/frame/person";
import type { Today } from "@/lib/words/today";

type Words = Pick<typeof import("@/lib/words/find-when"), "findWhen"> &
  Pick<typeof import("@/lib/words/dates"), "readDue"> &
  Pick<typeof import("@/lib/words/say"), "sayDueLong" | "sayRecurrence">;

let words: Promise<Words> | null = null;

/** The reader of dates, loaded when a field that needs it is first used. */
export function loadWords(): Promise<Words> {
  words ??= Promise.all([import("@/lib/words/find-when"), import("@/lib/words/dates"), import("@/lib/words/say")]).then(
    ([{ findWhen }, { readDue }, { sayDueLong, sayRecurrence }]) => ({ findWhen, readDue, sayDueLong, sayRecurrence }),
    (error) => {
      // Asked for again with the next use: the network may be back.
      words = null;
      throw error;
    },
  );
  return words;
}

export function useWords(needed: boolean): Words | null {
  const [loaded, setLoaded] = useState<Words | null>(null);
  useEffect(() => {
    if (needed && !loaded) loadWords().then(setLoaded, () => {});
  }, [needed, loaded]);
  return loaded;
}

/** The moment at which this person's words are read. */
export function useToday(): () => Today {
  const { timeZone, settings } = usePerson();
  return () => ({ now: new Date(), timeZone, clock: settings.clock, weekStart: settings.weekStart });
}
