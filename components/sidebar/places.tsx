"use client";
"use no memo";

import { Archive, History, ListTodo, Settings, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { View } from "./pages";

const look =
  "flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-soft hover:bg-tint hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-ink aria-pressed:bg-accent-wash aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0";

type PlacesProps = { view: View; show: (view: View) => void };

/** The other pages, and where conversations are put away. */
export function Places({ view, show }: PlacesProps) {
  const path = usePathname();
  const page = (href: "/tasks" | "/activity" | "/settings", name: string, icon: ReactNode) => (
    <li>
      <Link href={href} aria-current={path === href ? "page" : undefined} className={look}>
        {icon}
        {name}
      </Link>
    </li>
  );
  const away = (which: Exclude<View, "current">, name: string, icon: ReactNode) => (
    <button
      type="button"
      aria-pressed={view === which}
      onClick={() => show(view === which ? "current" : which)}
      className={look}
    >
      {icon}
      {name}
    </button>
  );
  return (
    <ul className="border-rule border-t p-2 max-md:pb-3">
      {page("/tasks", "Tasks", <ListTodo aria-hidden />)}
      {page("/activity", "Activity", <History aria-hidden />)}
      {page("/settings", "Settings", <Settings aria-hidden />)}
      <li className="flex gap-1">
        {away("archived", "Archived", <Archive aria-hidden />)}
        {away("deleted", "Deleted", <Trash2 aria-hidden />)}
      </li>
    </ul>
  );
}
