"use client";

import { ArchiveRestore, History, ListTodo, Search, Settings, SquarePen, X } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { useAsked } from "@/components/frame/asked";
import { Mark } from "@/components/frame/mark";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { useTypedEarly } from "@/components/ui/typed-early";
import { cn } from "@/lib/cn";
import { ConversationItem } from "./conversation-item";
import { grouped } from "./groups";
import { type ConversationPage, useConversations } from "./use-conversations";

export function Sidebar({ first, close }: { first: ConversationPage; close?: ReactNode }) {
  const list = useConversations(first);
  const here = usePerson();
  const path = usePathname();
  const router = useRouter();
  const { text, archived } = list.search;
  const box = useRef<HTMLInputElement>(null);
  useAsked("archived", () => list.setSearch({ text: "", archived: true }));
  useTypedEarly(box, (typed) => list.setSearch({ text: typed, archived: false }));
  const groups = text || archived ? [] : grouped(list.conversations, here);

  const item = (conversation: ConversationPage["conversations"][number]) => (
    <ConversationItem
      key={conversation.id}
      conversation={conversation}
      isOpen={path === `/chat/${conversation.id}`}
      change={(patch) => void list.change(conversation, patch)}
      remove={() => {
        void list.remove(conversation);
        if (path === `/chat/${conversation.id}`) router.push("/");
      }}
    />
  );

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
        <label className="relative block">
          <span className="sr-only">Search conversations</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint pointer-coarse:top-3.5"
          />
          <input
            ref={box}
            type="search"
            value={text}
            maxLength={200}
            placeholder="Search"
            onChange={(event) => list.setSearch({ text: event.target.value, archived })}
            className={cn(fieldLook, "h-8 border-transparent! pl-9 pointer-coarse:h-11")}
          />
        </label>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2">
        {archived ? (
          <p className="label flex items-center justify-between px-2 pb-1">
            Archived
            <button
              type="button"
              onClick={() => list.setSearch({ text, archived: false })}
              className="inline-flex items-center gap-1 rounded-control px-1 hover:bg-tint hover:text-ink"
            >
              <X aria-hidden className="size-3" /> Close
            </button>
          </p>
        ) : null}
        {text || archived ? <ul>{list.conversations.map(item)}</ul> : null}
        {groups.map(({ name, conversations }) => (
          <div key={name} className="pb-3">
            <h2 className="label px-2 pb-1">{name}</h2>
            <ul aria-label={name}>{conversations.map(item)}</ul>
          </div>
        ))}
        {list.conversations.length === 0 ? (
          <p className="px-2 text-faint text-small">
            {text
              ? "Nothing found. Other words may help."
              : archived
                ? "Nothing is archived."
                : "Your conversations will stand here."}
          </p>
        ) : null}
        {list.nextCursor ? (
          <Button kind="quiet" size="small" onClick={() => void list.showMore()}>
            Show more
          </Button>
        ) : null}
      </div>
      <ul className="border-rule border-t p-2 max-md:pb-3">
        <Place href="/tasks" name="Tasks" icon={<ListTodo aria-hidden />} path={path} />
        <Place href="/activity" name="Activity" icon={<History aria-hidden />} path={path} />
        <Place href="/settings" name="Settings" icon={<Settings aria-hidden />} path={path} />
        {archived ? null : (
          <li>
            <button
              type="button"
              onClick={() => list.setSearch({ text, archived: true })}
              className="flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-soft hover:bg-tint hover:text-ink pointer-coarse:h-11 [&_svg]:size-4"
            >
              <ArchiveRestore aria-hidden />
              Archived
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}

type PlaceProps = { href: "/tasks" | "/activity" | "/settings"; name: string; icon: ReactNode; path: string };

function Place({ href, name, icon, path }: PlaceProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={path === href ? "page" : undefined}
        className="flex h-8 items-center gap-2.5 rounded-control px-2 text-soft hover:bg-tint hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-11 [&_svg]:size-4"
      >
        {icon}
        {name}
      </Link>
    </li>
  );
}
