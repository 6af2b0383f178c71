"use client";
"use no memo";

import { ArrowLeft, SquarePen } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useRef } from "react";
import { useAsked } from "@/components/frame/asked";
import { Mark } from "@/components/frame/mark";
import { usePerson } from "@/components/frame/person";
import { ConversationLists } from "./conversation-lists";
import { FoundList } from "./found-list";
import { More } from "./more";
import { Places } from "./places";
import { SearchBox } from "./search-box";
import { useUnread } from "./unread";
import { type ConversationPage, useConversations, useOpenId } from "./use-conversations";
import { useDocumentTitle } from "./use-document-title";
import { useSearch } from "./use-search";
import { focusFirst, walk } from "./walk";

export function Sidebar({ first, close }: { first: ConversationPage; close?: ReactNode }) {
  const list = useConversations(first);
  const search = useSearch();
  const open = useOpenId();
  const unread = useUnread(usePerson().id, open);
  useDocumentTitle(open, list);
  useAsked("archived", () => {
    search.look("");
    list.show("archived");
  });
  const rows = useRef<HTMLDivElement>(null);
  const { text, result, isLoading } = search;
  const isSearching = text.trim() !== "";

  return (
    <nav aria-label="Conversations" className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center justify-between px-4 pt-3 pb-2">
        <Mark />
        {close}
      </div>
      <div className="grid gap-1 px-2">
        <Link
          href="/"
          className="flex h-9 items-center gap-2.5 rounded-control border border-edge bg-sheet px-2.5 font-medium hover:bg-tint pointer-coarse:h-11"
        >
          <SquarePen aria-hidden className="size-4 text-accent" />
          New chat
        </Link>
        <SearchBox text={text} look={search.look} toRows={() => focusFirst(rows.current)} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside */}
      <div
        ref={rows}
        data-scrolls
        onKeyDown={walk}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2"
      >
        {isSearching ? (
          <>
            {result ? <FoundList result={result} open={open} /> : null}
            {result?.nextCursor ? <More show={search.showMore} /> : null}
          </>
        ) : (
          <>
            {list.view === "current" ? null : (
              <div className="flex items-center justify-between px-2 pb-1">
                <h2 className="label">{list.view === "archived" ? "Archived" : "Deleted"}</h2>
                <button
                  type="button"
                  onClick={() => list.show("current")}
                  className="label inline-flex items-center gap-1 rounded-control px-1 py-0.5 hover:bg-tint hover:text-ink pointer-coarse:h-11"
                >
                  <ArrowLeft aria-hidden className="size-3" /> All conversations
                </button>
              </div>
            )}
            <ConversationLists list={list} open={open} unread={unread} />
          </>
        )}
        <p role="status" className="px-2 text-faint text-small">
          {isSearching && !isLoading && result?.found.length === 0 ? "Nothing found. Other words may help." : ""}
        </p>
      </div>
      <Places view={list.view} show={list.show} />
    </nav>
  );
}
