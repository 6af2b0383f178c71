"use client";

import { useState, useSyncExternalStore } from "react";
import { useLive } from "@/components/live/use-live";
import { ConversationSearch } from "./conversation-search";

export function useSearch() {
  const [search] = useState(() => new ConversationSearch());
  const state = useSyncExternalStore(search.watch, search.state, search.state);
  useLive(search.hear);
  return { ...state, look: search.look, showMore: search.showMore };
}
