"use client";

import { Button } from "@/components/ui/button";
import type { Conversation } from "@/lib/conversations/schema";
import { dateIn, daysBetween } from "@/lib/dates";

/** As the sweeper of the server has it. */
export const keptDays = 30;

type DeletedItemProps = {
  conversation: Conversation;
  here: { today: string; timeZone: string };
  restore: () => void;
};

export function DeletedItem({ conversation, here, restore }: DeletedItemProps) {
  const title = conversation.title ?? "New chat";
  return (
    <li className="flex min-h-11 items-center gap-2 rounded-control py-1 pr-1 pl-2 hover:bg-tint">
      <span className="grid min-w-0 flex-1">
        <span className="truncate text-soft" title={title}>
          {title}
        </span>
        <span className="text-faint text-micro">{left(conversation, here)}</span>
      </span>
      <Button size="small" className="pointer-coarse:h-11" aria-label={`Restore “${title}”`} onClick={restore}>
        Restore
      </Button>
    </li>
  );
}

function left({ deletedAt }: Conversation, { today, timeZone }: { today: string; timeZone: string }): string {
  const days = keptDays - (deletedAt ? daysBetween(dateIn(timeZone, deletedAt), today) : 0);
  if (days <= 0) return "Goes for good today";
  return days === 1 ? "One day left" : `${days} days left`;
}
