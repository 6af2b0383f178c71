"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { sentence } from "@/components/ask";
import { toast } from "@/components/ui/toast";
import type { ConversationState } from "./live-conversation";

/** Further back than that many pages nobody is taken at once: all of it would have to be drawn. */
const mostPages = 40;

type Here = Pick<ConversationState, "messages" | "more" | "archive"> & {
  showOlder: (archived: boolean) => Promise<void>;
};

/** Goes to the message that the address names, `?at=<id>`; unrolls earlier ones until it is there. */
export function useArrival(chat: Here): void {
  const wanted = useSearchParams().get("at");
  const pages = useRef(0);
  const { messages, more, archive } = chat;

  const approach = useEffectEvent((id: string) => {
    if (pages.current < 0) return;
    const shown = articleOf(standingFor(id, messages));
    if (shown) {
      pages.current = -1;
      arrive(shown);
    } else if ((more || archive) && pages.current < mostPages) {
      pages.current += 1;
      void chat.showOlder(archive).catch((error) => toast(sentence(error), { wrong: true }));
    } else {
      pages.current = -1;
      const isFurtherBack = more || archive;
      toast(
        isFurtherBack
          ? "This message is further back. Show earlier messages to get there."
          : "This message is not here.",
      );
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another message is another way
  useEffect(() => {
    pages.current = 0;
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes on with each page that came
  useEffect(() => {
    if (wanted) approach(wanted);
  }, [wanted, messages.length]);
}

/** A message that was edited, or a reply tried again, is folded away under what took its place. */
function standingFor(id: string, messages: Here["messages"]): string {
  const next = messages.find(({ replacesId }) => replacesId === id);
  return next ? standingFor(next.id, messages) : id;
}

const articleOf = (id: string) => document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);

/** The list goes to its end when it opens and when it grows; for a moment the message is held against that. */
const holds = 8;
const between = 120;

function arrive(article: HTMLElement) {
  const taken = new AbortController();
  // Who scrolls meanwhile wants to be elsewhere.
  for (const by of ["wheel", "touchstart", "keydown", "pointerdown"])
    addEventListener(by, () => taken.abort(), { once: true, passive: true, signal: taken.signal });
  const hold = (left: number) => {
    if (taken.signal.aborted || left === 0) return taken.abort();
    const { top, bottom } = article.getBoundingClientRect();
    if (left === holds || bottom < 0 || top > innerHeight) article.scrollIntoView({ block: "center" });
    setTimeout(() => hold(left - 1), between);
  };
  requestAnimationFrame(() => {
    hold(holds);
    article.animate([{ backgroundColor: "var(--color-slip)" }, { backgroundColor: "transparent" }], {
      duration: 2_400,
      easing: "ease-in",
    });
  });
}
