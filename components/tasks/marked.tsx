"use client";

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { pieces, type Stretch } from "./readings";

type MarkedProps = {
  text: string;
  spans: readonly Stretch[];
  field: RefObject<HTMLInputElement | null>;
  children: ReactNode;
};

/**
 * Marks stretches of a field's text. Behind the field, which stays an ordinary one, stands the same text in the same letters, of which only
 * the ground of the marks is seen: were they ever to stand apart by a pixel, what is read is still what was typed.
 */
export function Marked({ text, spans, field, children }: MarkedProps) {
  const mirror = useRef<HTMLDivElement>(null);

  const follow = () => {
    if (mirror.current && field.current) mirror.current.scrollLeft = field.current.scrollLeft;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field has scrolled with what was typed
  useLayoutEffect(follow, [text, spans]);
  useEffect(() => {
    const box = field.current;
    box?.addEventListener("scroll", follow);
    return () => box?.removeEventListener("scroll", follow);
  });

  return (
    <div className="relative min-w-0 flex-1">
      <div
        ref={mirror}
        aria-hidden
        className="marked-mirror pointer-events-none absolute inset-0 flex items-center overflow-hidden whitespace-pre text-transparent"
      >
        <span>
          {pieces(text, spans).map(({ text, span, start }) =>
            span ? (
              <mark key={start} className="rounded-slip bg-accent-wash text-transparent">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
      </div>
      {children}
    </div>
  );
}
