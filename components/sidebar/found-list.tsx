"use client";
"use no memo";

import Link from "next/link";
import { usePerson } from "@/components/frame/person";
import { cn } from "@/lib/cn";
import type { Found, FoundPage, Piece } from "@/lib/conversations/schema";
import { type Clock, dateIn, sayDay, sayTime, wallTimeIn } from "@/lib/dates";

type FoundListProps = { result: FoundPage; open: string | null };

/** What a search found; each leads to the message in which the words stand. */
export function FoundList({ result: { found, isAlike }, open }: FoundListProps) {
  if (found.length === 0) return null;
  return (
    <>
      {isAlike ? <p className="px-2 pb-1 text-faint text-small">Nothing has these words. Titles like them:</p> : null}
      <ul aria-label="Found">
        {found.map((one) => (
          <FoundItem key={one.conversation.id} found={one} isOpen={one.conversation.id === open} />
        ))}
      </ul>
    </>
  );
}

function FoundItem({ found: { conversation, title, message }, isOpen }: { found: Found; isOpen: boolean }) {
  const here = usePerson();
  const isArchived = conversation.status === "ARCHIVED";
  const at = message?.createdAt ?? conversation.updatedAt;
  return (
    <li>
      <Link
        href={`/chat/${conversation.id}${message ? `?at=${message.id}` : ""}`}
        data-row
        prefetch={false}
        aria-current={isOpen ? "page" : undefined}
        className={cn(
          "grid grid-cols-[minmax(0,1fr)] gap-0.5 rounded-control px-2 py-1.5",
          isOpen ? "bg-accent-wash" : "hover:bg-tint",
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">
            {title.length > 0 ? <Pieces pieces={title} /> : "New chat"}
          </span>
          <time dateTime={at} className="figures shrink-0 text-faint text-micro">
            {sayShortly(at, here)}
          </time>
        </span>
        {message ? (
          <span className="line-clamp-2 text-small text-soft">
            <span className="text-faint">{message.role === "USER" ? "You: " : "Docket: "}</span>
            <Pieces pieces={message.excerpt} />
          </span>
        ) : null}
        {isArchived || (message && message.hits > 1) ? (
          <span className="flex gap-2 text-faint text-micro">
            {isArchived ? <span>Archived</span> : null}
            {message && message.hits > 1 ? <span>In {message.hits.toLocaleString("en")} messages</span> : null}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, at) => {
    const key = `${at}-${text}`;
    return hit ? (
      <mark key={key} className="rounded-slip bg-slip text-ink underline decoration-slip-rule decoration-2">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}

/** There is little room: the hour of today, the day of anything else. */
function sayShortly(instant: string, here: { timeZone: string; clock: Clock; today: string }): string {
  const date = dateIn(here.timeZone, instant);
  return date === here.today ? sayTime(wallTimeIn(here.timeZone, instant), here.clock) : sayDay(date, here.today);
}
