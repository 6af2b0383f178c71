import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true, alias: { "server-only": new URL("./scripts/empty.ts", import.meta.url).pathname } },
  test: {
    include: ["{lib,app,components,scripts,prisma}/**/*.test.{ts,tsx}"],
    // An odd zone: code that forgets to name a time zone fails here instead of passing by luck on a UTC machine.
    env: { TZ: "Asia/Kathmandu" },
  },
});
