"use client";

import { useLayoutEffect, useRef } from "react";
import type { ConversationHere } from "./use-conversation";
import { useEnd } from "./use-end";

/** The message at the top of the screen, and how far below the edge it began. */
type Place = { message: string; below: number };

/** Where each conversation was left, unless that was at its end. */
const places = new Map<string, Place>();
/** Pages that are read to get back to a place; who was further up begins at the end. */
const patience = 10;

/** Keeps the newest message in sight, or what is being read where it stands: while a reply grows, and until the person comes back. */
export function usePlace(id: string, { messages, showOlder }: Pick<ConversationHere, "messages" | "showOlder">) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd, follows } = useEnd(scroller, content, messages.length > 0 && !places.has(id));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the way back is looked for once, when the conversation is opened
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let isHere = true;
    let hasScrolled = false;
    const scrolled = () => {
      hasScrolled = true;
    };
    const place = places.get(id);
    const goBack = async (pages: number): Promise<void> => {
      if (!place || !isHere || goTo(element, place)) return;
      if (pages === 0) return toEnd();
      await showOlder().catch(() => {});
      requestAnimationFrame(() => void goBack(pages - 1));
    };
    void goBack(patience);
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      isHere = false;
      element.removeEventListener("scroll", scrolled);
      if (!hasScrolled) return;
      const left = follows() ? null : placeIn(element);
      if (left) places.set(id, left);
      else places.delete(id);
    };
  }, [id]);

  return { scroller, content, toNewest: toEnd, isAtEnd };
}

const messagesIn = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>("[data-message]")];

function placeIn(element: HTMLElement): Place | null {
  const edge = element.getBoundingClientRect().top;
  const first = messagesIn(element).find((message) => message.getBoundingClientRect().bottom > edge);
  const message = first?.dataset.message;
  return first && message ? { message, below: first.getBoundingClientRect().top - edge } : null;
}

/** False: that message is not on the page. */
function goTo(element: HTMLElement, { message, below }: Place): boolean {
  const found = messagesIn(element).find((one) => one.dataset.message === message);
  if (!found) return false;
  element.scrollTop += found.getBoundingClientRect().top - element.getBoundingClientRect().top - below;
  return true;
}
