"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import { runTool } from "@/components/tool";
import { toast } from "@/components/ui/toast";
import type { Answer, Notice, Notices } from "@/lib/reminders/schema";
import { worker } from "./push";

const none: Notices = { notices: [], more: 0 };

/** What reminded the person and waits for an answer; the same on every tab and device. */
export function useNotices() {
  const [{ notices, more }, setShown] = useState(none);
  const [arrived, setArrived] = useState<Notice | null>(null);
  const known = useRef<Set<string> | null>(null);
  const reading = useRef<"no" | "yes" | "again">("no");

  async function read() {
    if (reading.current !== "no") {
      reading.current = "again";
      return;
    }
    do {
      reading.current = "yes";
      await ask<Notices>("/api/reminders").then(show, () => {
        // The next event, or the connection when it is back, asks again.
      });
      // Changed by another call meanwhile.
    } while ((reading.current as string) === "again");
    reading.current = "no";
  }

  function show(now: Notices) {
    // What waited when the page was opened was missed; only what comes later is news.
    const [fresh] = known.current ? now.notices.filter(({ id }) => !known.current?.has(id)) : [];
    known.current = new Set(now.notices.map(({ id }) => id));
    setShown(now);
    if (fresh) setArrived(fresh);
    void agree(now, fresh);
  }

  useLive(({ type }) => {
    if (type === "reminders" || type === "reconnected") void read();
    // A task that was completed or moved takes its notice along.
    if (type === "tasks" && notices.length > 0) void read();
  });

  // "Due now" is not true for long.
  const reread = useEffectEvent(() => void (document.hidden || read()));
  const isShown = notices.length > 0;
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => reread(), 60_000);
    return () => clearInterval(timer);
  }, [isShown]);

  async function answer(ids: string[], work: () => Promise<unknown>) {
    setShown((now) => ({ ...now, notices: now.notices.filter(({ id }) => !ids.includes(id)) }));
    await work().catch((error) => toast(sentence(error), { wrong: true }));
    await read();
  }

  return {
    notices,
    more,
    arrived,
    answer: (id: string, body: Answer) =>
      void answer([id], () => ask(`/api/reminders/${id}`, { method: "POST", body })),
    complete: ({ id, number }: Notice) =>
      void answer([id], () => runTool("set_task_complete", { numbers: [number], completed: true })),
    dismissAll: () =>
      void answer(
        notices.map(({ id }) => id),
        () => ask("/api/reminders", { method: "DELETE" }),
      ),
  };
}

/** Brings the browser's own notifications in line: closed where it was answered, shown when nobody looks at this tab. */
async function agree({ notices, more }: Notices, fresh: Notice | undefined): Promise<void> {
  const registration = await worker();
  if (!registration || Notification.permission !== "granted") return;
  const open = new Set(notices.map(({ id }) => id));
  for (const shown of more > 0 ? [] : await registration.getNotifications())
    if (shown.tag && shown.data?.number && !open.has(shown.tag)) shown.close();
  if (!fresh || !document.hidden || (await registration.pushManager?.getSubscription())) return;
  await registration.showNotification(fresh.title, {
    body: fresh.when,
    tag: fresh.id,
    icon: "/icon-192.png",
    data: { id: fresh.id, number: fresh.number },
  });
}

/** A click on a notification of the browser leads to the page that is open already. */
export function useOpened(go: (path: string) => void) {
  const heard = useEffectEvent(go);
  useEffect(() => {
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== "object" || data === null || !("type" in data) || !("path" in data)) return;
      if (data.type === "open" && typeof data.path === "string" && data.path.startsWith("/")) heard(data.path);
    };
    const container = navigator.serviceWorker;
    container?.addEventListener("message", hear);
    return () => container?.removeEventListener("message", hear);
  }, []);
}
