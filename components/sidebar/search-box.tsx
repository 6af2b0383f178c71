"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";
import { fieldLook } from "@/components/ui/field";
import { useTypedEarly } from "@/components/ui/typed-early";
import { cn } from "@/lib/cn";

type SearchBoxProps = { text: string; look: (text: string) => void; toRows: () => void };

export function SearchBox({ text, look, toRows }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useTypedEarly(box, look);
  return (
    <div className="relative">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint pointer-coarse:top-3.5"
      />
      <input
        ref={box}
        type="search"
        aria-label="Search conversations"
        value={text}
        maxLength={200}
        placeholder="Search"
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            toRows();
          }
          if (event.key !== "Escape" || text === "") return;
          event.preventDefault();
          // The first Escape empties the field; only the next one closes a sidebar that slid in.
          event.nativeEvent.stopImmediatePropagation();
          look("");
        }}
        className={cn(fieldLook, "h-8 pr-8! pl-9! pointer-coarse:h-11 pointer-coarse:pr-11!")}
      />
      {text === "" ? null : (
        <button
          type="button"
          aria-label="Clear the search"
          title="Clear the search (Escape)"
          onClick={() => {
            look("");
            box.current?.focus();
          }}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-control text-faint hover:text-ink pointer-coarse:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
