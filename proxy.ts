import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env, isHttps, strictTransport } from "@/lib/env";

// Routes need no nonce, and a request that comes through here is read and written once more. What is shown without the server
// has no nonce to give; its policy stands in next.config.ts.
export const config = { matcher: ["/((?!_next/static/|api/|mcp$|offline/).*)"] };

/**
 * The headers that are made per request; the others stand in next.config.ts, and those of routes in lib/http.ts. Who may do what is
 * decided by each page and route and never here: a proxy can be walked around.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathOf(request.nextUrl));
  // Next takes the nonce of its own scripts from here.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  if (isHttps()) response.headers.set("Strict-Transport-Security", strictTransport);
  return response;
}

/** Where the person wanted to go, for the page to bring them back to after signing in. */
function pathOf({ pathname, searchParams }: NextRequest["nextUrl"]): string {
  const query = new URLSearchParams([...searchParams].filter(([name]) => name !== "_rsc"));
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

/** No foreign script, image, connection or frame, so that what a task or a model says can't send anything out. */
function pagePolicy(nonce: string): string {
  // In development, reloading evaluates code and listens on a web socket, and Next's error page brings plain style tags.
  const isDev = env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}
