import type { NextConfig } from "next";

const everywhere = { "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" };

/**
 * Not with the scripts and styles of a build, to which they mean nothing and of which a page asks for a dozen. Per request: the
 * Content-Security-Policy of pages, in proxy.ts, and over https Strict-Transport-Security.
 */
const ofPages = {
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
};

/** The page for when the server can't be reached is a file: nothing in it is made per request, and nothing is inline. */
const offlinePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  output: "standalone",
  // Named, because Next would take a parent folder that happens to hold a lock file for the root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types, of tests too; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  // It makes most components twice as long. The large ones of the first page that are seldom drawn anew say "use no memo".
  reactCompiler: true,
  serverExternalPackages: ["@node-rs/argon2", "pino"],
  poweredByHeader: false,
  agentRules: false,
  allowedDevOrigins: ["127.0.0.1"],
  // What proxy.ts keeps of a body before the route reads it; the routes' own limits are far below.
  experimental: { proxyClientMaxBodySize: "1mb" },
  headers: async () => [
    ...["/api/:path*", "/mcp"].map((source) => ({
      source,
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
    { source: "/offline/:path*", headers: [{ key: "Content-Security-Policy", value: offlinePolicy }] },
    { source: "/:path*", headers: listed(everywhere) },
    { source: "/((?!_next/static/).*)", headers: listed(ofPages) },
  ],
};

export default config;
