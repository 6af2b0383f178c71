"use client";
"use no memo";

import { PanelLeft, PanelLeftClose, PanelRight, PanelRightClose, X } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Conflicts } from "@/components/activity/conflict-dialog";
import { Notices } from "@/components/notices/notices";
import { useDialogs } from "@/components/palette/use-dialogs";
import { useKeys } from "@/components/palette/use-keys";
import { Sidebar } from "@/components/sidebar/sidebar";
import type { ConversationPage } from "@/components/sidebar/use-conversations";
import { AskedSheet } from "@/components/tasks/sheet/asked-sheet";
import { TaskPane } from "@/components/tasks/task-pane";
import type { TaskPage } from "@/components/tasks/use-tasks";
import { IconButton } from "@/components/ui/button";
import { Toaster } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { sayDate } from "@/lib/dates";
import { BottomBar } from "./bottom-bar";
import { Opening, useOpening } from "./opening";
import { Outdated } from "./outdated";
import type { Hidden } from "./panes";
import { usePerson } from "./person";
import { FindButton, Rail } from "./rail";
import { useHands } from "./use-hands";
import { usePanes } from "./use-panes";

type ShellProps = { conversations: ConversationPage; tasks: TaskPage; hidden: Hidden; children: ReactNode };

/**
 * Three panes side by side when there is room, the outer two of which can be hidden; below that the sidebar slides in; on a
 * phone one pane at a time, with a bar at the foot.
 */
export function Shell({ conversations, tasks, hidden: first, children }: ShellProps) {
  const path = usePathname();
  const { today, settings } = usePerson();
  const panes = usePanes(first, path);
  const dialogs = useDialogs();
  const hands = useHands(panes, path, dialogs.open);
  useKeys(hands, settings.shortcuts);
  const { hidden, drawer, slide } = panes;
  const opening = useOpening(path);
  const hasPane = path === "/" || path.startsWith("/chat/");
  const find = () => dialogs.open("palette");

  return (
    // The clicks are those of the links inside.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      onClick={opening.hear}
      className={cn(
        "grid h-dvh grid-rows-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1fr)_auto] md:grid-rows-[minmax(0,1fr)]",
        hidden.sidebar ? "lg:grid-cols-[auto_minmax(0,1fr)_auto]" : "lg:grid-cols-[16.5rem_minmax(0,1fr)_auto]",
      )}
    >
      <a
        href="#page"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to the page
      </a>
      {hidden.sidebar ? <Rail path={path} show={() => panes.set("sidebar", false)} find={find} /> : null}
      {/* The click is that of a link inside; going to where one is already changes no path. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div
        id="sidebar"
        onClick={(event) => event.target instanceof Element && event.target.closest("a[href]") && slide(false)}
        className={cn(
          "z-30 flex min-h-0 flex-col border-rule bg-paper lg:static lg:w-auto lg:border-r lg:shadow-none",
          hidden.sidebar ? "lg:hidden" : "lg:flex",
          drawer
            ? "fixed inset-x-0 top-0 bottom-[calc(3.5rem+1px+env(safe-area-inset-bottom))] md:right-auto md:bottom-0 md:w-76 md:border-r md:shadow-pop"
            : "hidden",
        )}
      >
        <Sidebar
          first={conversations}
          close={
            <div className="-mr-1.5 flex">
              <FindButton find={find} />
              <IconButton label="Hide the sidebar" onClick={() => panes.set("sidebar", true)} className="max-lg:hidden">
                <PanelLeftClose aria-hidden />
              </IconButton>
              <IconButton label="Close the sidebar" onClick={() => slide(false)} className="lg:hidden">
                <X aria-hidden />
              </IconButton>
            </div>
          }
        />
      </div>
      <div inert={drawer} className="relative grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
        <div className="hidden items-center gap-1 border-rule border-b bg-paper px-2 py-1 md:flex lg:hidden">
          <IconButton label="Open the sidebar" aria-expanded={drawer} onClick={() => slide(!drawer)}>
            <PanelLeft aria-hidden />
          </IconButton>
          <FindButton find={find} />
          <div className="flex-1" />
          {hasPane ? <TasksToggle isHidden={hidden.tasks} toggle={() => panes.toggle("tasks")} /> : null}
        </div>
        <div
          id="page"
          tabIndex={-1}
          className="col-start-1 row-start-2 grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] outline-none"
        >
          {children}
        </div>
        {opening.isOpening ? <Opening /> : null}
      </div>
      {hasPane ? (
        <aside
          inert={drawer}
          aria-label="Tasks"
          className={cn(
            "hidden min-h-0 w-86 flex-col border-rule border-l bg-paper xl:w-96",
            hidden.tasks ? "" : "md:flex",
          )}
        >
          <div className="flex items-center justify-between gap-3 py-2 pr-2.5 pl-4">
            <h2 className="font-display text-head">Tasks</h2>
            <p className="figures ml-auto text-faint text-small">{sayDate(today)}</p>
            <div className="hidden lg:block">
              <TasksToggle isHidden={false} toggle={() => panes.toggle("tasks")} />
            </div>
          </div>
          <TaskPane first={tasks} view="all" heading="h3" />
        </aside>
      ) : null}
      {hasPane && hidden.tasks ? (
        <div className="hidden border-rule border-l bg-paper px-2 pt-2 lg:block">
          <TasksToggle isHidden toggle={() => panes.toggle("tasks")} />
        </div>
      ) : null}
      {drawer ? (
        // For the pointer only: the keyboard has Escape and the button in the drawer.
        <div aria-hidden onClick={() => slide(false)} className="fixed inset-0 z-20 bg-veil max-md:hidden" />
      ) : null}
      <BottomBar path={path} drawer={drawer} slide={slide} />
      <AskedSheet />
      <Notices />
      <Outdated />
      <Conflicts />
      <Toaster />
      {dialogs.shown(hands)}
    </div>
  );
}

function TasksToggle({ isHidden, toggle }: { isHidden: boolean; toggle: () => void }) {
  return (
    <IconButton label={isHidden ? "Show tasks" : "Hide tasks"} onClick={toggle}>
      {isHidden ? <PanelRight aria-hidden /> : <PanelRightClose aria-hidden />}
    </IconButton>
  );
}
