"use client";

import { SquarePen } from "lucide-react";
import Link from "next/link";
import { useOpenTitle } from "@/components/frame/open-title";

/** What this is, and the way to another one. Where the sidebar stands beside it, both are there already. */
export function TitleBar({ id, title }: { id: string; title: string | null | undefined }) {
  const now = useOpenTitle(id) ?? title ?? "Conversation";
  return (
    <div className="flex h-12 shrink-0 items-center gap-2 border-rule border-b bg-paper pr-1 pl-4 md:contents">
      <h1 className="min-w-0 flex-1 truncate font-medium md:sr-only">{now}</h1>
      <Link
        href="/"
        aria-label="New chat"
        className="grid size-11 place-items-center rounded-control text-soft hover:bg-tint hover:text-ink md:hidden"
      >
        <SquarePen aria-hidden className="size-5" />
      </Link>
    </div>
  );
}
