"use client";

import { AlarmClock, Check, X } from "lucide-react";
import Link from "next/link";
import { Button, IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Notice, Snooze } from "@/lib/reminders/schema";

const snoozes: { [S in Snooze]: string } = {
  "10 minutes": "In 10 minutes",
  "1 hour": "In an hour",
  tomorrow: "Tomorrow morning",
};

type ItemProps = { notice: Notice; complete: () => void; snooze: (until: Snooze) => void; dismiss: () => void };

export function NoticeItem({ notice, complete, snooze, dismiss }: ItemProps) {
  const { number, title, when } = notice;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 border-slip-rule py-1.5 not-first:border-t">
      <div className="min-w-[min(12rem,100%)] flex-1">
        <Link
          href={`/tasks?task=${number}`}
          onClick={dismiss}
          className="wrap-anywhere line-clamp-2 font-medium text-ink hover:underline"
        >
          {title}
        </Link>
        <p className="figures text-slip-ink text-small">{when}</p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        <Button size="small" onClick={complete} aria-label={`Done: ${title}`}>
          <Check aria-hidden className="size-4" />
          Done
        </Button>
        <Menu label={`Snooze ${title}`} icon={<AlarmClock aria-hidden />}>
          {Object.entries(snoozes).map(([until, name]) => (
            <MenuItem key={until} onClick={() => snooze(until as Snooze)}>
              {name}
            </MenuItem>
          ))}
        </Menu>
        <IconButton label={`Dismiss ${title}`} onClick={dismiss}>
          <X aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
