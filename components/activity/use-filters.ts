"use client";

import { useSearchParams } from "next/navigation";
import { addressOf, type Filters, filtersIn, nameInAddress } from "./filters";

/** The filters live in the address: it can be kept, sent and gone back to. Typing makes one step of it, not one for each letter. */
export function useFilters() {
  const params = useSearchParams();
  const filters = filtersIn((name) => params.get(nameInAddress(name)));

  function go(next: Filters, how?: "typing") {
    const path = addressOf(filtersIn((name) => next[name]));
    if (how === "typing") history.replaceState(null, "", path);
    else history.pushState(null, "", path);
  }

  function set(change: Filters, how?: "typing") {
    const task = /^#([1-9]\d{0,8})$/.exec(change.text ?? "")?.[1];
    go(task ? { ...filters, task, text: undefined } : { ...filters, ...change }, how);
  }

  return { filters, set, clear: () => go({}) };
}
