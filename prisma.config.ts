import { defineConfig } from "prisma/config";

// The URL is only read by people who use the Prisma CLI themselves; our own scripts migrate through the engine in WebAssembly.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
