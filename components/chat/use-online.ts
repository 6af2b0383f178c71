"use client";

import { useSyncExternalStore } from "react";
import { onSign } from "./signs";

/** What the browser knows of the network: false is certain, true only means that there may be one. */
export const useOnline = () =>
  useSyncExternalStore(
    onSign,
    () => navigator.onLine,
    () => true,
  );
