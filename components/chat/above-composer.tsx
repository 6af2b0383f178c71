"use client";

import { setArchived } from "@/components/archive";
import { sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { chatStrings } from "./strings";

/** What is the matter with the line to the server, when something is. */
export function Line({ reconnecting, line }: { reconnecting: boolean; line: "offline" | "unanswered" | null }) {
  if (!reconnecting && line === null) return null;
  return (
    <p role="status" className="flex items-baseline gap-2 px-1 pb-2 text-ochre text-small">
      <span aria-hidden className="size-1.5 shrink-0 -translate-y-px animate-wait rounded-full bg-ochre" />
      {reconnecting ? chatStrings.reconnecting : line ? chatStrings[line] : ""}
    </p>
  );
}

export function Archived({ id, done }: { id: string; done: () => void }) {
  const unarchive = () => void setArchived(id, false).then(done, (error) => toast(sentence(error), { wrong: true }));
  return (
    <div className="flex items-center justify-between gap-3 border-rule border-t py-2 text-soft">
      <p>{chatStrings.archived}</p>
      <Button onClick={unarchive}>Unarchive</Button>
    </div>
  );
}
