import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Plain Node throws on this marker, which keeps server files out of the browser.
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": fileURLToPath(new URL("./scripts/empty.ts", import.meta.url)) },
  },
  test: {
    include: ["{lib,app,components,scripts,prisma,e2e/fake-openai,e2e/chaos}/**/*.test.{ts,tsx}"],
    globalSetup: "./scripts/vitest-database.ts",
    setupFiles: "./scripts/vitest-setup.ts",
    maxWorkers: 2,
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // An odd zone: code that forgets to name a time zone fails here instead of passing by luck on a UTC machine.
    // What is planted in tests is logged too, and is no news.
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "error" },
  },
});
