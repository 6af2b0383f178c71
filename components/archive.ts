"use client";

import { useEffect, useState } from "react";
import { ask } from "@/components/ask";

const watchers = new Set<(id: string, archived: boolean) => void>();

/** The chat that shows the conversation hears at once that it is in the archive, or no longer. */
export function tellArchived(id: string, archived: boolean) {
  for (const tell of watchers) tell(id, archived);
}

/** Archives a conversation, or takes it out again. */
export async function setArchived(id: string, archived: boolean) {
  await ask(`/api/conversations/${id}`, { method: "PATCH", body: { status: archived ? "ARCHIVED" : "ACTIVE" } });
  tellArchived(id, archived);
}

export function useArchived(id: string, first: boolean): boolean {
  const [archived, setNow] = useState(first);
  useEffect(() => {
    const hear = (changed: string, now: boolean) => {
      if (changed === id) setNow(now);
    };
    watchers.add(hear);
    return () => void watchers.delete(hear);
  }, [id]);
  return archived;
}
