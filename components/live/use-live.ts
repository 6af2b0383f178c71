"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { LiveEvent } from "@/lib/live/schema";
import { beforeConnecting, type LiveState, listen, liveState, watchState } from "./connection";

/**
 * Hears what changed on other tabs, devices and by the assistant. The event `reconnected` means: read everything again;
 * it comes when the connection is there, first or again, and when the tab is looked at after a while.
 */
export function useLive(listener: (event: LiveEvent) => void): LiveState {
  const heard = useEffectEvent(listener);
  useEffect(() => listen((event) => heard(event)), []);
  return useSyncExternalStore(watchState, liveState, () => beforeConnecting);
}
