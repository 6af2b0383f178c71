"use client";

import { type ReactNode, useId, useState } from "react";
import { cn } from "@/lib/cn";
import { fieldLook } from "./field";
import { useListbox } from "./use-listbox";

export type Option = { value: string; name: string };

type ComboboxProps = {
  label: string;
  value: string;
  options: Option[];
  change: (value: string) => void;
  hint?: ReactNode;
  /** Said at the side of an option, of those that are shown only. */
  side?: (option: Option) => string;
};

const most = 60;

/** A choice among too many to scroll through: type a few letters of any of its words. */
export function Combobox({ label, value, options, change, hint, side }: ComboboxProps) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const isOpen = text !== null;
  const chosen = options.find((option) => option.value === value) ?? { value, name: value };
  const found = text?.trim() ? options.filter(({ name }) => matches(name, text)) : options;
  // Without a search the list begins where the choice stands.
  const from = text?.trim() ? 0 : Math.max(0, Math.min(found.indexOf(chosen) - 3, found.length - most));
  const shown = found.slice(from, from + most);
  const list = useListbox({
    count: isOpen ? shown.length : 0,
    anew: text ?? "",
    first: text?.trim() ? 0 : Math.max(0, shown.indexOf(chosen)),
    choose: (index) => choose(shown[index]),
  });

  function shut() {
    setText(null);
    list.unmark();
  }

  function choose(option: Option | undefined) {
    shut();
    if (option && option.value !== value) change(option.value);
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-small text-soft">
        {label}
      </label>
      <div className="relative">
        <input
          {...list.field}
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={text ?? chosen.name}
          spellCheck={false}
          maxLength={100}
          onFocus={(event) => event.target.select()}
          onBlur={shut}
          onClick={() => text === null && setText("")}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && isOpen) {
              event.preventDefault();
              shut();
            } else if (event.key === "ArrowDown" && !isOpen) {
              event.preventDefault();
              setText("");
            } else list.field.onKeyDown(event);
          }}
          placeholder={chosen.name}
          className={cn(fieldLook, "h-10 pointer-coarse:h-11")}
        />
        <div
          id={list.listId}
          role="listbox"
          aria-label={label}
          hidden={!isOpen}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-panel border border-rule bg-sheet p-1 shadow-pop"
        >
          {isOpen
            ? shown.map((option, index) => (
                // The cursor stays in the field, which hears the keys.
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                // biome-ignore lint/a11y/useFocusableInteractive: see above
                <div
                  key={option.value}
                  id={list.optionId(index)}
                  role="option"
                  aria-selected={index === list.index}
                  // Before the field loses the focus, which would close the list.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                  onPointerMove={() => index !== list.index && list.mark(index)}
                  className={cn(
                    "flex min-h-8 cursor-pointer items-center justify-between gap-3 rounded-control px-2 pointer-coarse:min-h-11",
                    index === list.index && "bg-accent-wash",
                    option === chosen && "font-semibold",
                  )}
                >
                  {option.name}
                  {side ? <span className="figures text-faint text-small">{side(option)}</span> : null}
                </div>
              ))
            : null}
        </div>
      </div>
      <p role="status" className="sr-only">
        {isOpen ? (found.length === 1 ? "1 choice" : `${found.length} choices`) : ""}
      </p>
      {isOpen && found.length === 0 ? (
        <p className="text-small text-soft">Nothing found. Try a larger city near you.</p>
      ) : null}
      {hint ? (
        <div id={`${id}-hint`} className="text-faint text-small">
          {hint}
        </div>
      ) : null}
    </div>
  );
}

/** Every word that was typed stands at the beginning of one of the name's words. */
function matches(name: string, text: string): boolean {
  const words = name.toLowerCase().split(/[\s/]+/);
  return text
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
