"use client";

import { CornerDownLeft } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { toast } from "@/components/ui/toast";
import { useTypedEarly } from "@/components/ui/typed-early";
import { cn } from "@/lib/cn";
import type { TasksState } from "./use-tasks";

type Words = { readTask: typeof import("@/lib/words/read-task").readTask } & Pick<
  typeof import("@/lib/words/say"),
  "sayDueShort" | "sayRecurrence"
>;

/** The reader of dates is loaded when the field is first used; the promise is kept, so that Enter can wait for it. */
let words: Promise<Words> | null = null;
const loadWords = () => {
  words ??= Promise.all([import("@/lib/words/read-task"), import("@/lib/words/say")]).then(
    ([read, say]) => ({
      readTask: read.readTask,
      sayDueShort: say.sayDueShort,
      sayRecurrence: say.sayRecurrence,
    }),
    (error) => {
      // Asked for again with the next key: the network may be back.
      words = null;
      throw error;
    },
  );
  return words;
};

export function QuickAdd({ run }: { run: TasksState["run"] }) {
  const { timeZone, settings } = usePerson();
  const [text, setText] = useState("");
  const [reader, setReader] = useState<Words | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const { clock, weekStart } = settings;
  const today = () => ({ now: new Date(), timeZone, clock, weekStart });
  const read = reader && text.trim() ? reader.readTask(text, today()) : null;

  const prepare = () =>
    void loadWords().then(
      (loaded) => setReader(() => loaded),
      () => {},
    );
  useTypedEarly(box, (typed) => {
    setText(typed);
    prepare();
  });

  async function add(event: FormEvent) {
    event.preventDefault();
    const typed = text.trim();
    if (!typed) return;
    const loaded = await loadWords().catch(() => null);
    if (!loaded)
      return toast("No connection to the server, so nothing was added. The text stays here.", { wrong: true });
    const { title, due, recurrence, priority, tags } = loaded.readTask(typed, today());
    setText("");
    const call = await run("create_task", {
      title: title || typed,
      ...(due && { due: due.time ? `${due.date}T${due.time}` : due.date }),
      ...(recurrence && { recurrence }),
      ...(priority !== "none" && { priority }),
      ...(tags.length > 0 && { tags }),
    });
    // What was refused goes back into the box, unless something new stands there.
    if (!call) setText((now) => now || typed);
    box.current?.focus();
  }

  const chips = read
    ? [
        read.due && reader?.sayDueShort(read.due, today()),
        read.recurrence && reader?.sayRecurrence(read.recurrence),
        read.priority !== "none" && `${read.priority} priority`,
        ...read.tags.map((tag) => `#${tag}`),
      ].filter((chip) => typeof chip === "string" && chip)
    : [];

  return (
    <form onSubmit={add} className="ledger-row">
      <p aria-hidden className="pt-2.5 text-faint text-micro">
        new
      </p>
      <div className="border-edge border-b">
        <div className="flex items-center gap-1">
          <input
            ref={box}
            aria-label="Add a task"
            aria-describedby="quick-add-read"
            value={text}
            maxLength={600}
            onFocus={prepare}
            onChange={(event) => {
              setText(event.target.value);
              if (!reader) prepare();
            }}
            placeholder="Add: pay rent friday #home"
            className="h-10 min-w-0 flex-1 text-ellipsis bg-transparent outline-none pointer-coarse:h-11"
          />
          <button
            type="submit"
            aria-label="Add"
            title="Add (Enter)"
            className={cn(
              "size-7 shrink-0 place-items-center rounded-control text-accent hover:bg-tint pointer-coarse:size-11",
              text.trim() ? "grid" : "hidden",
            )}
          >
            <CornerDownLeft aria-hidden className="size-4" />
          </button>
        </div>
        <p id="quick-add-read" className={cn("flex flex-wrap gap-1.5 text-small", chips.length > 0 && "pb-2")}>
          {chips.map((chip) => (
            <span key={String(chip)} className="figures rounded-slip bg-accent-wash px-1.5 text-accent">
              {chip}
            </span>
          ))}
        </p>
      </div>
    </form>
  );
}
