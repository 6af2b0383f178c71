"use client";

import { createContext, type ReactNode, use } from "react";

const InLink = createContext(false);

/** Where a link leads is said beside words that say something else: what a model calls a place need not be that place. */
export function LinkOut({ href, children }: { href: string | undefined; children: ReactNode }) {
  const place = placeOf(href ?? "");
  // An address in an address: what stands inside is read as text.
  if (use(InLink) || place === null || href === undefined) return <span>{children}</span>;
  return (
    <InLink value={true}>
      <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
      {saysPlace(children, href, place) ? null : <bdi className="text-faint text-small"> ({place})</bdi>}
    </InLink>
  );
}

/** A picture would call its server as soon as it is shown: it is offered as a link. */
export function PictureOut({ src, alt }: { src: string; alt: string }) {
  return <LinkOut href={src || undefined}>{alt || src}</LinkOut>;
}

/** The host, or the address of a letter. */
function placeOf(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === "mailto:" ? url.pathname : url.host;
}

function saysPlace(children: ReactNode, href: string, place: string): boolean {
  if (typeof children !== "string") return false;
  const words = children.trim();
  // What stands before an @ looks like a host and is none.
  if (words === place || href === `mailto:${words}`) return true;
  return (words === href || `http://${words}` === href || `https://${words}` === href) && !new URL(href).username;
}
