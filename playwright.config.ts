import { randomBytes } from "node:crypto";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser";
import { anyFreePort } from "./scripts/ports";

/**
 * Where this run's database and servers are. Chosen once, by the first process that reads this file; Playwright's workers
 * and the servers' script inherit it.
 */
async function chosen(name: string, make: () => string | Promise<string>): Promise<string> {
  process.env[name] ??= await make();
  return process.env[name];
}

const address = async () => `http://127.0.0.1:${await anyFreePort()}`;
const baseURL = await chosen("DOCKET_E2E_URL", address);
await chosen("DOCKET_E2E_OPENAI_URL", address);
await chosen("DOCKET_E2E_FAKE_URL", address);
const password = await chosen("DOCKET_E2E_SECRET", () => randomBytes(32).toString("hex"));
const databasePort = await chosen("DOCKET_E2E_DATABASE_PORT", async () => String(await anyFreePort()));
process.env.DATABASE_URL = `postgres://docket:${password}@127.0.0.1:${databasePort}/docket`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 20_000 },
  globalTimeout: 35 * 60_000,
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    baseURL,
    // What the page held at each step tells more than pictures of it, and costs less.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: [
        // Chromium's own sandbox refuses to run as root and in most containers.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
  webServer: {
    // exec: no shell in between, so that the script sees when Playwright is gone.
    command: `exec "${process.execPath}" --import tsx scripts/e2e-servers.ts`,
    url: `${baseURL}/api/health`,
    timeout: 120_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
