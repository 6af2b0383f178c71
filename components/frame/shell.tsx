"use client";

import { History, ListTodo, MessageSquare, MessagesSquare, PanelLeft, PanelRight, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Sidebar } from "@/components/sidebar/sidebar";
import type { ConversationPage } from "@/components/sidebar/use-conversations";
import { TaskPane } from "@/components/tasks/task-pane";
import type { TaskPage } from "@/components/tasks/use-tasks";
import { IconButton } from "@/components/ui/button";
import { Toaster } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { sayDate } from "@/lib/dates";
import { usePerson } from "./person";

type ShellProps = { conversations: ConversationPage; tasks: TaskPage; children: ReactNode };

/**
 * Three panes side by side when there is room; below that the sidebar slides in and the tasks can be folded away;
 * on a phone one pane at a time, with a bar at the foot.
 */
export function Shell({ conversations, tasks, children }: ShellProps) {
  const path = usePathname();
  const { today } = usePerson();
  const [drawer, setDrawer] = useState(false);
  const [pane, setPane] = useState(true);
  const hasPane = path === "/" || path.startsWith("/chat/");

  // Choosing something in the drawer is what it was opened for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the event
  useEffect(() => setDrawer(false), [path]);

  useEffect(() => {
    if (!drawer) return;
    const key = (event: KeyboardEvent) => event.key === "Escape" && setDrawer(false);
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [drawer]);

  return (
    <div
      className={cn(
        "grid h-dvh grid-rows-[minmax(0,1fr)_auto] md:grid-rows-[minmax(0,1fr)]",
        "md:grid-cols-[minmax(0,1fr)_auto] lg:grid-cols-[16.5rem_minmax(0,1fr)_auto]",
      )}
    >
      <div
        className={cn(
          "z-30 flex min-h-0 flex-col border-rule bg-paper lg:static lg:flex lg:w-auto lg:border-r lg:shadow-none",
          drawer
            ? "fixed inset-x-0 top-0 bottom-[calc(3.5rem+1px+env(safe-area-inset-bottom))] md:right-auto md:bottom-0 md:w-76 md:border-r md:shadow-pop"
            : "hidden",
        )}
      >
        <Sidebar
          first={conversations}
          close={
            <IconButton label="Close the sidebar" onClick={() => setDrawer(false)} className="lg:hidden">
              <X aria-hidden />
            </IconButton>
          }
        />
      </div>
      <div className="relative grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        <div className="hidden items-center justify-between border-rule border-b bg-paper px-2 py-1 md:flex lg:hidden">
          <IconButton label="Open the sidebar" aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
            <PanelLeft aria-hidden />
          </IconButton>
          {hasPane ? (
            <IconButton label={pane ? "Hide tasks" : "Show tasks"} onClick={() => setPane(!pane)}>
              <PanelRight aria-hidden />
            </IconButton>
          ) : null}
        </div>
        <div className="row-start-2 grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)]">{children}</div>
      </div>
      {hasPane ? (
        <aside
          aria-label="Tasks"
          className={cn(
            "hidden min-h-0 w-86 flex-col border-rule border-l bg-paper lg:flex xl:w-96",
            pane && "md:flex",
          )}
        >
          <div className="flex items-baseline justify-between gap-3 px-4 pt-3 pb-2">
            <h2 className="font-display text-head">Tasks</h2>
            <p className="figures text-faint text-small">{sayDate(today)}</p>
          </div>
          <TaskPane first={tasks} view="all" heading="h3" />
        </aside>
      ) : null}
      <BottomBar path={path} drawer={drawer} setDrawer={setDrawer} />
      <Toaster />
    </div>
  );
}

type BottomBarProps = { path: string; drawer: boolean; setDrawer: (open: boolean) => void };

function BottomBar({ path, drawer, setDrawer }: BottomBarProps) {
  const look =
    "grid h-14 flex-1 justify-items-center content-center gap-0.5 text-micro text-soft aria-[current]:text-accent aria-[current]:font-semibold aria-expanded:text-accent [&_svg]:size-5";
  const inChat = path === "/" || path.startsWith("/chat/");
  const here = (is: boolean) => (is && !drawer ? ("page" as const) : undefined);
  return (
    <nav
      aria-label="Main"
      className="z-40 flex border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <button type="button" aria-expanded={drawer} onClick={() => setDrawer(!drawer)} className={look}>
        <MessagesSquare aria-hidden />
        Chats
      </button>
      <Link
        href={inChat ? (path as "/") : "/"}
        aria-current={here(inChat)}
        onClick={() => setDrawer(false)}
        className={look}
      >
        <MessageSquare aria-hidden />
        Chat
      </Link>
      <Link href="/tasks" aria-current={here(path === "/tasks")} onClick={() => setDrawer(false)} className={look}>
        <ListTodo aria-hidden />
        Tasks
      </Link>
      <Link
        href="/activity"
        aria-current={here(path === "/activity")}
        onClick={() => setDrawer(false)}
        className={look}
      >
        <History aria-hidden />
        Activity
      </Link>
    </nav>
  );
}
