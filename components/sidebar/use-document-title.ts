"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { nameOpen } from "@/components/frame/open-title";
import type { ListState } from "./conversation-list";

/**
 * The tab is called as the conversation in it, also while it is being named. The server names a page that it sends; this one
 * follows what happens afterwards, and a new chat whose address has changed under it.
 */
export function useDocumentTitle(open: string | null, { conversations, titles }: ListState) {
  const path = usePathname();
  const known = conversations.find(({ id }) => id === open)?.title ?? (open ? titles.get(open) : null);
  useEffect(() => {
    if (path === "/") document.title = "Docket";
    else if (known) document.title = `${known} · Docket`;
    if (open && known) nameOpen({ id: open, title: known });
  }, [path, open, known]);
}
