"use client";

import { CalendarClock, Check, Flag, Tag, Trash2, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Button, IconButton } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { addDays } from "@/lib/dates";
import type { Priority } from "@/lib/tasks/schema";
import { type Bulk, bulkOn } from "./bulk";
import type { Selection } from "./use-selection";
import type { TasksState } from "./use-tasks";

type BulkBarProps = { list: TasksState; selection: Selection };

const priorities: { [P in Priority]: string } = { high: "High", medium: "Medium", low: "Low", none: "No priority" };

/** What can be done with all chosen tasks at once: one call each, with one Undo. */
export function BulkBar({ list, selection }: BulkBarProps) {
  const { today } = usePerson();
  const numbers = [...selection.chosen].filter((number) => list.find(number));
  const inBin = list.query.view === "bin";
  const none = numbers.length === 0;
  /** What is still to be said in words. */
  const [asking, setAsking] = useState<"due" | "tag" | null>(null);

  async function run(bulk: Bulk) {
    if (await bulkOn(list, numbers, bulk)) selection.clear();
  }

  return (
    <section
      aria-label="Chosen tasks"
      data-bulk
      className="flex flex-wrap items-center gap-x-0.5 gap-y-1 border-edge border-t bg-paper px-2 py-1.5"
    >
      <p role="status" className="figures px-1.5 text-small">
        <span className="font-semibold">{numbers.length}</span> chosen
      </p>
      <button
        type="button"
        onClick={selection.all}
        className="rounded-control px-1.5 py-1 text-accent text-small hover:underline pointer-coarse:-ml-4 pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:text-right"
      >
        {list.tasks.length > 200 ? "First 200" : "All"}
      </button>
      <div className="ml-auto flex items-center gap-0.5">
        {inBin ? (
          <IconButton label="Restore" disabled={none} onClick={() => void run({ type: "restore" })}>
            <Check aria-hidden />
          </IconButton>
        ) : (
          <>
            <IconButton label="Complete" disabled={none} onClick={() => void run({ type: "complete" })}>
              <Check aria-hidden />
            </IconButton>
            <Menu label="Date" icon={<CalendarClock aria-hidden />}>
              <MenuItem onClick={() => void run({ type: "due", due: today })}>Today</MenuItem>
              <MenuItem onClick={() => void run({ type: "due", due: addDays(today, 1) })}>Tomorrow</MenuItem>
              <MenuItem onClick={() => void run({ type: "due", due: addDays(today, 7) })}>In a week</MenuItem>
              <MenuItem onClick={() => void run({ type: "due", due: "remove" })}>No date</MenuItem>
              <MenuItem onClick={() => setAsking("due")}>Another date…</MenuItem>
            </Menu>
            <Menu label="Priority" icon={<Flag aria-hidden />}>
              {(Object.keys(priorities) as Priority[]).map((priority) => (
                <MenuItem key={priority} onClick={() => void run({ type: "priority", priority })}>
                  {priorities[priority]}
                </MenuItem>
              ))}
            </Menu>
            <Menu label="Tag" icon={<Tag aria-hidden />}>
              {list.tags.slice(0, 6).map(({ tag }) => (
                <MenuItem key={tag} onClick={() => void run({ type: "tag", tag })}>
                  #{tag}
                </MenuItem>
              ))}
              <MenuItem onClick={() => setAsking("tag")}>Another tag…</MenuItem>
            </Menu>
            <IconButton label="Delete" disabled={none} onClick={() => void run({ type: "delete" })}>
              <Trash2 aria-hidden />
            </IconButton>
          </>
        )}
        <IconButton label="Stop choosing" onClick={selection.clear}>
          <X aria-hidden />
        </IconButton>
      </div>
      {asking ? (
        <InWords
          key={asking}
          label={asking === "due" ? "Another date" : "Another tag"}
          hint={asking === "due" ? "friday 5pm, 3 dec…" : "home"}
          said={(text) => {
            setAsking(null);
            if (text) void run(asking === "due" ? { type: "due", due: text } : { type: "tag", tag: text });
          }}
        />
      ) : null}
    </section>
  );
}

/** A line to write in; empty when the person gives up. */
function InWords({ label, hint, said }: { label: string; hint: string; said: (text: string) => void }) {
  const [text, setText] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    said(text.trim());
  }
  return (
    <form onSubmit={submit} className="flex w-full gap-2 pt-1">
      <input
        // The person asked for it in the menu.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        aria-label={label}
        placeholder={hint}
        value={text}
        maxLength={100}
        onKeyDown={(event) => event.key === "Escape" && said("")}
        onChange={(event) => setText(event.target.value)}
        className={cn(fieldLook, "h-8 pointer-coarse:h-11")}
      />
      <Button type="submit" kind="primary" size="small" className="h-8">
        Change
      </Button>
    </form>
  );
}
