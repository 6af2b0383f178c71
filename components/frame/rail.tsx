"use no memo";

import { History, ListTodo, PanelLeft, Settings, SquarePen, TextSearch } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";

type RailProps = { path: string; show: () => void; find: () => void };

/** What is left of the sidebar when it is hidden on a wide screen. */
export function Rail({ path, show, find }: RailProps) {
  return (
    <nav
      aria-label="Places"
      className="hidden min-h-0 flex-col items-center gap-1 border-rule border-r bg-paper px-2 pt-3 pb-2 lg:flex"
    >
      <IconButton label="Show the sidebar" onClick={show}>
        <PanelLeft aria-hidden />
      </IconButton>
      <Place href="/" name="New chat" path={path}>
        <SquarePen aria-hidden />
      </Place>
      <FindButton find={find} />
      <div className="flex-1" />
      <Place href="/tasks" name="Tasks" path={path}>
        <ListTodo aria-hidden />
      </Place>
      <Place href="/activity" name="Activity" path={path}>
        <History aria-hidden />
      </Place>
      <Place href="/settings" name="Settings" path={path}>
        <Settings aria-hidden />
      </Place>
    </nav>
  );
}

export function FindButton({ find }: { find: () => void }) {
  return (
    <IconButton label="Find or run anything" title="Find or run anything (Ctrl+K or ⌘K)" onClick={find}>
      <TextSearch aria-hidden />
    </IconButton>
  );
}

type PlaceProps = { href: "/" | "/tasks" | "/activity" | "/settings"; name: string; path: string; children: ReactNode };

function Place({ href, name, path, children }: PlaceProps) {
  return (
    <Link
      href={href}
      aria-label={name}
      title={name}
      aria-current={path === href ? "page" : undefined}
      className="grid size-8 place-items-center rounded-control text-soft hover:bg-tint hover:text-ink aria-[current]:bg-accent-wash aria-[current]:text-ink pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </Link>
  );
}
