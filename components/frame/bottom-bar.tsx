"use no memo";

import { History, ListTodo, MessageSquare, MessagesSquare } from "lucide-react";
import Link from "next/link";

type BottomBarProps = { path: string; drawer: boolean; slide: (open: boolean) => void };

/** On a phone: one thing at a time. */
export function BottomBar({ path, drawer, slide }: BottomBarProps) {
  const look =
    "grid h-14 flex-1 justify-items-center content-center gap-0.5 text-micro text-soft aria-[current]:text-accent aria-[current]:font-semibold aria-expanded:text-accent focus-visible:-outline-offset-2 [&_svg]:size-5";
  const inChat = path === "/" || path.startsWith("/chat/");
  const here = (is: boolean) => (is && !drawer ? ("page" as const) : undefined);
  const close = () => slide(false);
  return (
    <nav
      aria-label="Main"
      className="z-40 flex border-rule border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <button type="button" aria-expanded={drawer} onClick={() => slide(!drawer)} className={look}>
        <MessagesSquare aria-hidden />
        Chats
      </button>
      <Link href={inChat ? (path as "/") : "/"} aria-current={here(inChat)} onClick={close} className={look}>
        <MessageSquare aria-hidden />
        Chat
      </Link>
      <Link href="/tasks" aria-current={here(path === "/tasks")} onClick={close} className={look}>
        <ListTodo aria-hidden />
        Tasks
      </Link>
      <Link href="/activity" aria-current={here(path === "/activity")} onClick={close} className={look}>
        <History aria-hidden />
        Activity
      </Link>
    </nav>
  );
}
