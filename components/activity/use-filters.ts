"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { addressOf, type Filters, filtersIn, nameInAddress } from "./filters";

/** The filters live in the address: it can be kept, sent and gone back to. Typing makes one step of it, not one for each letter. */
export function useFilters() {
  const params = useSearchParams();
  // The router tells of the address in transitions, which a page that is still being fetched holds up; the address itself is sooner.
  const [query, setQuery] = useState(() => params.toString());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the router says is the reason to look at the address
  useEffect(() => {
    const look = () => setQuery(location.search.slice(1));
    look();
    addEventListener("popstate", look);
    return () => removeEventListener("popstate", look);
  }, [params]);
  const asked = new URLSearchParams(query);
  const filters = filtersIn((name) => asked.get(nameInAddress(name)));

  function go(next: Filters, how?: "typing") {
    const path = addressOf(filtersIn((name) => next[name]));
    if (how === "typing") history.replaceState(null, "", path);
    else history.pushState(null, "", path);
    setQuery(location.search.slice(1));
  }

  function set(change: Filters, how?: "typing") {
    const task = /^#([1-9]\d{0,8})$/.exec(change.text ?? "")?.[1];
    go(task ? { ...filters, task, text: undefined } : { ...filters, ...change }, how);
  }

  return { filters, set, clear: () => go({}) };
}
