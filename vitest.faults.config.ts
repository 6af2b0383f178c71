import { defineConfig } from "vitest/config";

/** Faults, planted into servers of their own: killed, paused, slowed, cut off. They run the production build. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["e2e/faults/**/*.test.ts"],
    maxWorkers: 2,
    // Leases run out in 19 seconds; the rest is patience with a busy machine.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    env: { TZ: "Asia/Kathmandu" },
  },
});
