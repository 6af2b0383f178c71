import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** `npm run tour`: pictures of the pages and their main states, to be looked at by people; nothing is asserted beyond getting there. */
export default defineConfig(base, { testMatch: "tour/*.shots.ts", reporter: "list", timeout: 120_000 });
