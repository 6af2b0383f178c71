import type { NextConfig } from "next";

// Per request: the Content-Security-Policy of pages, in proxy.ts, and over https Strict-Transport-Security.
const securityHeaders = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
};

/** The page for when the server can't be reached is a file: nothing in it is made per request, and nothing is inline. */
const offlinePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
    { source: "/:path*", headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
};

export default config;
