"use client";

import { useEffect } from "react";

/** Keeps the page at hand that is shown when the server can't be reached. Browsers allow it over https and on this machine. */
export function OfflineWorker() {
  useEffect(() => {
    // Without it everything works but that page.
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }, []);
  return null;
}
