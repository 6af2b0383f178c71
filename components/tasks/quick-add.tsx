"use client";

import { CornerDownLeft, X } from "lucide-react";
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useTypedEarly } from "@/components/ui/typed-early";
import type { Call } from "@/lib/activity/schema";
import { cn } from "@/lib/cn";
import { Marked } from "./marked";
import { linesIn, type Stretch, shifted } from "./readings";
import type { TasksState } from "./use-tasks";
import { draftOf, type Meaning, useWords } from "./use-words";

type QuickAddProps = {
  run: TasksState["run"];
  label?: string;
  placeholder?: string;
  /** The task that what is added becomes a part of. */
  parent?: number;
  close?: () => void;
};

/** So many pasted lines become tasks at most: each is a call of its own. */
const mostLines = 50;

/** A task in words. What was understood is marked in the text and said below; a click on it, or Escape, takes it back. */
export function QuickAdd({ run, label = "Add a task", placeholder, parent, close }: QuickAddProps) {
  const id = useId();
  const words = useWords();
  const [text, setText] = useState("");
  const [ignore, setIgnore] = useState<Stretch[]>([]);
  const [lines, setLines] = useState<string[]>([]);
  const box = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  const read = words.read(text, ignore);

  function type(next: string) {
    setIgnore((now) => shifted(now, text, next));
    setText(next);
    if (!words.isReady) words.prepare();
  }
  useTypedEarly(box, type);

  const takeBack = ({ spans }: Meaning) => {
    setIgnore((now) => [...now, ...spans]);
    box.current?.focus();
  };

  const create = async (typed: string, ignore: readonly Stretch[]) => {
    const read = await words.readSurely(typed, ignore);
    if (!read) {
      toast("No connection to the server, so nothing was added. The text stays here.", { wrong: true });
      return null;
    }
    return run("create_task", { ...draftOf(read, typed), ...(parent && { parent }) });
  };

  async function add(event: FormEvent) {
    event.preventDefault();
    const typed = text.trim();
    if (!typed) return;
    const lead = text.length - text.trimStart().length;
    const kept = { text, ignore };
    setText("");
    setIgnore([]);
    box.current?.focus();
    const done = await create(
      typed,
      ignore.map(({ start, end }) => ({ start: start - lead, end: end - lead })),
    );
    if (done || box.current?.value) return;
    // What was refused goes back into the box, unless something new stands there.
    setText(kept.text);
    setIgnore(kept.ignore);
  }

  async function addLines() {
    const rest = [...lines];
    const added: Call[] = [];
    setLines([]);
    box.current?.focus();
    while (rest[0]) {
      const call = await create(rest[0], []);
      if (!call) break;
      added.push(call);
      rest.shift();
    }
    // Those that are not yet added are offered again.
    if (rest.length > 0) setLines(rest);
    const undo = async () => {
      for (const { id } of added.toReversed()) await run("undo_change", { call: id });
    };
    if (added.length > 0) toast(`Added ${added.length} tasks.`, { action: { label: "Undo", run: () => void undo() } });
  }

  function paste(event: ClipboardEvent) {
    const pasted = linesIn(event.clipboardData.getData("text/plain"));
    if (pasted.length < 2) return;
    event.preventDefault();
    setLines(pasted.slice(0, mostLines));
    if (pasted.length > mostLines) toast(`Only the first ${mostLines} lines can be added at once.`);
  }

  function key(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    const last = read?.meanings.at(-1);
    if (lines.length > 0) setLines([]);
    else if (last) takeBack(last);
    else if (!text) return close ? close() : box.current?.blur();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form onSubmit={add} className="ledger-row">
      <p aria-hidden className="pt-2.5 text-faint text-micro">
        {parent ? "" : "new"}
      </p>
      <div className="border-edge border-b">
        <div className="flex items-center gap-1">
          <Marked text={text} spans={isComposing.current ? [] : (read?.spans ?? [])} field={box}>
            <input
              ref={box}
              aria-label={label}
              aria-describedby={id}
              value={text}
              maxLength={600}
              autoComplete="off"
              onFocus={words.prepare}
              onChange={(event) => type(event.target.value)}
              onCompositionStart={() => {
                isComposing.current = true;
              }}
              onCompositionEnd={() => {
                isComposing.current = false;
              }}
              onKeyDown={key}
              onPaste={paste}
              placeholder={placeholder ?? "Add: pay rent friday #home"}
              className="relative h-10 w-full min-w-0 bg-transparent outline-none placeholder-shown:text-ellipsis pointer-coarse:h-11"
            />
          </Marked>
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
        {lines.length > 0 ? (
          <div className="flex flex-wrap items-center gap-2 pb-2">
            <Button kind="primary" size="small" onClick={() => void addLines()}>
              Add {lines.length} {lines.length === 1 ? "task" : "tasks"}
            </Button>
            <Button
              size="small"
              onClick={() => {
                type(`${text}${text ? " " : ""}${lines.join(", ")}`.slice(0, 600));
                setLines([]);
                box.current?.focus();
              }}
            >
              As one task
            </Button>
            <p className="w-full truncate text-faint text-small">{lines.join(" · ")}</p>
          </div>
        ) : null}
        <Understood id={id} meanings={read?.meanings ?? []} takeBack={takeBack} />
      </div>
    </form>
  );
}

type UnderstoodProps = { id: string; meanings: Meaning[]; takeBack: (meaning: Meaning) => void };

function Understood({ id, meanings, takeBack }: UnderstoodProps): ReactNode {
  return (
    <p id={id} className={cn("flex flex-wrap gap-1.5 text-small", meanings.length > 0 && "pb-2")}>
      {meanings.map((meaning) => (
        <button
          key={meaning.said}
          type="button"
          title="Take this back: the words belong to the title (Escape)"
          onClick={() => takeBack(meaning)}
          className="figures group/chip inline-flex min-h-6 items-center gap-1 rounded-slip bg-accent-wash pl-1.5 text-accent hover:line-through pointer-coarse:h-11 pointer-coarse:px-3"
        >
          {meaning.said}
          <span className="sr-only">, take back</span>
          <X aria-hidden className="mr-1 size-3 opacity-60 group-hover/chip:opacity-100" />
        </button>
      ))}
    </p>
  );
}
