"use client";

import { Bell } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { NoticeItem } from "./notice-item";
import { type PushState, pushState, renew, switchOn } from "./push";
import { useNotices, useOpened } from "./use-notices";

/**
 * Reminders that wait for an answer: in a chat at the head of the page, elsewhere at its foot, since what one writes stands at the other
 * end. One is shown, the others are a click away. F6 goes to them.
 */
export function Notices() {
  const router = useRouter();
  const path = usePathname();
  const { notices, more, arrived, answer, complete, dismissAll } = useNotices();
  const [isUnfolded, setUnfolded] = useState(false);
  const total = notices.length + more;
  const shown = isUnfolded ? notices : notices.slice(0, 1);
  const slip = useKeyToReach(total);
  useOpened((path) => router.push(path as "/tasks"));
  useEffect(() => {
    const timer = setTimeout(() => void renew().catch(() => {}), 3_000);
    return () => clearTimeout(timer);
  }, []);

  const isAtHead = path === "/" || path.startsWith("/chat/");
  return (
    <div
      className={cn(
        "pointer-events-none fixed z-30 grid justify-items-center max-md:inset-x-3",
        isAtHead
          ? "inset-x-3 top-[calc(0.75rem+env(safe-area-inset-top))]"
          : // Above the bar of the chosen tasks, where that stands.
            "bottom-[calc(4.25rem+env(safe-area-inset-bottom))] md:right-4 md:bottom-4 [body:has([data-bulk])_&]:bottom-[calc(7.5rem+env(safe-area-inset-bottom))] md:[body:has([data-bulk])_&]:bottom-16",
      )}
    >
      <p role="status" className="sr-only">
        {arrived && total > 0 ? `Reminder: ${arrived.title}. ${arrived.when}. F6 goes to it.` : ""}
      </p>
      {total > 0 ? (
        <section
          ref={slip}
          aria-label="Due reminders"
          data-reminders={isAtHead ? "head" : "foot"}
          className="slip pointer-events-auto max-h-[60dvh] w-full animate-write overflow-y-auto px-3 py-1 shadow-pop md:w-112"
        >
          {total > 1 ? (
            <div className="flex items-center gap-1 border-slip-rule border-b py-1">
              <p className="figures flex-1 font-medium text-slip-ink text-small">{total} reminders</p>
              <Button size="small" kind="quiet" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
                {isUnfolded ? "Show one" : "Show all"}
              </Button>
              <Button size="small" kind="quiet" onClick={dismissAll}>
                Dismiss all
              </Button>
            </div>
          ) : null}
          <ul>
            {shown.map((notice) => (
              <NoticeItem
                key={notice.id}
                notice={notice}
                complete={() => complete(notice)}
                snooze={(until) => answer(notice.id, { action: "snooze", until })}
                dismiss={() => answer(notice.id, { action: "dismiss" })}
              />
            ))}
          </ul>
          {isUnfolded && more > 0 ? <p className="py-1 text-slip-ink text-small">and {more} more</p> : null}
          <Offer />
        </section>
      ) : null}
    </div>
  );
}

/** The browser is asked only when the person has clicked. */
function Offer() {
  const [state, setState] = useState<PushState | null>(null);
  useEffect(() => void pushState().then(setState), []);
  if (state !== "unasked") return null;
  return (
    <Button
      size="small"
      kind="quiet"
      className="-ml-2.5"
      onClick={() =>
        void switchOn().then(
          (now) => setState(now),
          () => setState("open only"),
        )
      }
    >
      <Bell aria-hidden className="size-4" />
      Also remind me outside this page
    </Button>
  );
}

/** F6 goes to the first button and back; whoever answers there finds the next one, or where they came from. */
function useKeyToReach(total: number) {
  const slip = useRef<HTMLElement>(null);
  const from = useRef<HTMLElement | null>(null);
  const wasInside = useRef(false);
  useEffect(() => {
    const first = () => slip.current?.querySelector<HTMLElement>("li button, button");
    if (wasInside.current && !slip.current?.contains(document.activeElement)) (first() ?? from.current)?.focus();
    wasInside.current = false;
    if (total === 0) return;
    const key = (event: KeyboardEvent) => {
      // What is said in passing comes first: it goes by itself.
      if (event.key !== "F6" || event.defaultPrevented || document.querySelector("[data-note] button")) return;
      event.preventDefault();
      if (slip.current?.contains(document.activeElement)) return from.current?.focus();
      from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      first()?.focus();
    };
    const click = (event: Event) => {
      wasInside.current = event.target instanceof Node && slip.current?.contains(event.target) === true;
    };
    addEventListener("keydown", key);
    addEventListener("click", click, true);
    return () => {
      removeEventListener("keydown", key);
      removeEventListener("click", click, true);
    };
  }, [total]);
  return slip;
}
