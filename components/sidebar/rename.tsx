"use client";

import { type FormEvent, useRef, useState } from "react";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";

type RenameProps = {
  title: string;
  /** null: as it was. `byKey`: the person is still at the keyboard. */
  end: (title: string | null, byKey: boolean) => void;
};

export function Rename({ title, end }: RenameProps) {
  const [text, setText] = useState(title);
  // Taking the field away takes the focus away, which is no second answer.
  const isOver = useRef(false);

  function finish(said: string | null, byKey: boolean) {
    if (isOver.current) return;
    isOver.current = true;
    const now = said?.trim();
    end(now && now !== title ? now : null, byKey);
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        finish(text, true);
      }}
    >
      <input
        aria-label="Title of the conversation"
        // The person asked to type here by choosing Rename.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => finish(text, false)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // On a small screen Escape would close the whole sidebar.
          event.stopPropagation();
          event.nativeEvent.stopImmediatePropagation();
          finish(null, true);
        }}
        className={cn(fieldLook, "h-8 pointer-coarse:h-11")}
      />
    </form>
  );
}
