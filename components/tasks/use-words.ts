"use client";

import { useCallback, useState } from "react";
import { usePerson } from "@/components/frame/person";
import type { TaskSpan, TaskWords } from "@/lib/words/read-task";
import type { Stretch } from "./readings";

type Words = { readTask: typeof import("@/lib/words/read-task").readTask } & Pick<
  typeof import("@/lib/words/say"),
  "sayDueShort" | "sayRecurrence"
>;

/** The reader of dates is loaded when a field is first used; the promise is kept, so that Enter can wait for it. */
let words: Promise<Words> | null = null;
const loadWords = () => {
  words ??= Promise.all([import("@/lib/words/read-task"), import("@/lib/words/say")]).then(
    ([read, say]) => ({ readTask: read.readTask, sayDueShort: say.sayDueShort, sayRecurrence: say.sayRecurrence }),
    (error) => {
      // Asked for again with the next key: the network may be back.
      words = null;
      throw error;
    },
  );
  return words;
};

/** One thing that was understood, and the stretches that go back to the title when the person says it is none. */
export type Meaning = { said: string; spans: TaskSpan[] };
export type Reading = TaskWords & { meanings: Meaning[] };

/** Reads what is typed into quick add; null as long as the reader is on its way. */
export function useWords() {
  const { timeZone, settings } = usePerson();
  const [reader, setReader] = useState<Words | null>(null);
  const { clock, weekStart } = settings;

  const prepare = useCallback(
    () =>
      void loadWords().then(
        (loaded) => setReader(() => loaded),
        () => {},
      ),
    [],
  );

  function readWith(
    { readTask, sayDueShort, sayRecurrence }: Words,
    text: string,
    ignore: readonly Stretch[],
  ): Reading {
    const today = { now: new Date(), timeZone, clock, weekStart };
    const read = readTask(text, today, { ignore });
    const of = (kind: TaskSpan["kind"]) => read.spans.filter((span) => span.kind === kind);
    const when = of("when");
    /** The stretches that carry it: the first one without which it is not understood, or else all. */
    const carrying = (isGone: (other: TaskWords) => boolean) => {
      const one = when.find((span) => isGone(readTask(text, today, { ignore: [...ignore, span] })));
      return one ? [one] : when;
    };
    const { due, recurrence, priority } = read;
    const meanings: Meaning[] = [];
    if (due)
      meanings.push({
        said: sayDueShort(due, today),
        spans: carrying(
          (other) => other.due === null || (other.recurrence === recurrence && other.due.date !== due.date),
        ),
      });
    if (recurrence)
      meanings.push({ said: sayRecurrence(recurrence), spans: carrying((other) => other.recurrence === null) });
    if (priority !== "none") meanings.push({ said: `${priority} priority`, spans: of("priority") });
    for (const tag of read.tags) {
      const own = of("tag").filter(({ start, end }) =>
        text.slice(start, end).toLowerCase().includes(tag.toLowerCase()),
      );
      meanings.push({ said: `#${tag}`, spans: own });
    }
    return { ...read, meanings };
  }

  return {
    prepare,
    isReady: reader !== null,
    read: (text: string, ignore: readonly Stretch[]) => (reader && text.trim() ? readWith(reader, text, ignore) : null),
    /** The same, which waits for the reader; null when it can't be had. */
    readSurely: async (text: string, ignore: readonly Stretch[]) => {
      const loaded = await loadWords().catch(() => null);
      return loaded && readWith(loaded, text, ignore);
    },
  };
}

/** What create_task is told. */
export const draftOf = ({ title, due, recurrence, priority, tags }: TaskWords, typed: string) => ({
  title: title || typed,
  ...(due && { due: due.time ? `${due.date}T${due.time}` : due.date }),
  ...(recurrence && { recurrence }),
  ...(priority !== "none" && { priority }),
  ...(tags.length > 0 && { tags }),
});
