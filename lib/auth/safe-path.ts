import type { Route } from "next";

/** Where to go after signing in: a path of our own, or "/" for everything else (other sites, other schemes, the API). */
export function safePath(value: unknown): Route {
  const home: Route = "/";
  if (typeof value !== "string" || value.length > 2000) return home;
  // Browsers read "\" as "/" and drop tabs and line breaks, so "/\evil" and "/⇥/evil" are other sites.
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{C}]/u.test(value)) return home;
  const url = URL.parse(value, "http://own.invalid");
  if (url?.origin !== "http://own.invalid" || url.pathname.startsWith("//")) return home;
  if (/^\/(api|mcp|_next|login|register)(\/|$)/i.test(url.pathname)) return home;
  // Checked above, which the type of a typed route can't express.
  return `${url.pathname}${url.search}${url.hash}` as Route;
}
