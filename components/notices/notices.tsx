"use client";

import { Bell } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { NoticeItem } from "./notice-item";
import { type PushState, pushState, renew, switchOn } from "./push";
import { useNotices, useOpened } from "./use-notices";

/**
 * Reminders that wait for an answer, at the head of the page, where they cover neither what one writes nor what is said beside it. One is
 * shown, the others are a click away. F6 goes to them.
 */
export function Notices() {
  const router = useRouter();
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

  return (
    <section
      aria-label="Reminders"
      className="pointer-events-none fixed inset-x-0 top-[calc(0.75rem+env(safe-area-inset-top))] z-40 grid justify-items-center px-3"
    >
      <p role="status" className="sr-only">
        {arrived && total > 0 ? `Reminder: ${arrived.title}. ${arrived.when}. F6 goes to it.` : ""}
      </p>
      {total > 0 ? (
        <div
          ref={slip}
          data-top-notice
          className="slip pointer-events-auto max-h-[60dvh] w-full max-w-116 animate-write overflow-y-auto px-3 py-1 shadow-pop"
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
        </div>
      ) : null}
    </section>
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
  const slip = useRef<HTMLDivElement>(null);
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
