import path from "node:path";
import { expect, test } from "vitest";
import { doors, faultsIn, faultsOfTree } from "./walls";

const root = path.dirname(import.meta.dirname);

test("the tree keeps to the walls", () => {
  expect(faultsOfTree(root).map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([]);
});

test("no room can be reached from itself through the rooms it may import", () => {
  const reachable = (room: string): string[] => (doors[room] ?? []).flatMap((next) => [next, ...reachable(next)]);
  expect(Object.keys(doors).filter((room) => reachable(room).includes(room))).toEqual([]);
});

test.each([
  // The table of rooms, for every way to import.
  ["lib/tasks/complete.ts", 'import { runTool } from "@/lib/tools/run";', "lib/tasks may import from: itself, lib/db"],
  ["lib/words/dates.ts", 'import type { Task } from "@/lib/tasks/schema";', "lib/words may import from: itself"],
  ["lib/tools/run.ts", 'export { reply } from "@/lib/assistant/reply";', "lib/tools may import from"],
  ["lib/tools/run.ts", 'export * from "@/lib/assistant/reply";', "lib/tools may import from"],
  ["lib/tools/run.ts", 'const { reply } = await import("@/lib/assistant/reply");', "lib/tools may import from"],
  ["lib/tools/run.ts", 'type Reply = import("@/lib/assistant/reply").Reply;', "lib/tools may import from"],
  ["lib/tools/run.ts", 'const { reply } = require("@/lib/assistant/reply");', "lib/tools may import from"],
  ["lib/db/client.ts", 'import { tasksOf } from "@/lib/tasks/store";', "lib/db may import from"],
  ["lib/tasks/complete.test.ts", 'import { runTool } from "@/lib/tools/run";', "lib/tasks may import from"],
  [
    "lib/tasks/complete.ts",
    'import type { Panel } from "@/components/panel";',
    "lib imports neither app nor components",
  ],
  ["lib/errors.ts", 'import { page } from "@/app/page";', "lib imports neither app nor components"],
  ["lib/sentence.ts", 'import { tasksOf } from "@/lib/tasks/store";', "A single file of lib imports no room"],
  // The database.
  ["lib/tasks/complete.ts", 'import { db } from "@/lib/db/client";', "only a store.ts imports lib/db"],
  ["app/api/tasks/route.ts", 'import { db } from "@/lib/db/client";', "app doesn't import lib/db"],
  ["components/tasks/panel.tsx", 'import type { Tx } from "@/lib/db/client";', "components doesn't import lib/db"],
  ["lib/tasks/store.ts", 'import { PrismaPg } from "@prisma/adapter-pg";', "Only lib/db talks to Prisma"],
  ["lib/tasks/store.ts", 'import type { Task } from "@/lib/db/generated/client";', "Only lib/db talks to Prisma"],
  // The browser.
  [
    "components/tasks/panel.tsx",
    'import { tools } from "@/lib/tools/registry";',
    "Components import from lib only types",
  ],
  ["components/tasks/panel.tsx", 'import { maxTitle, type Task } from "@/lib/tasks/schema";', "only types"],
  ["components/chat/thread.tsx", 'import { reply } from "@/lib/assistant/reply";', "only types"],
  ["components/chat/thread.tsx", 'import Page from "@/app/page";', "Components don't import from app"],
  ["components/auth/form.tsx", 'import { z } from "zod";', "Components don't run zod"],
  ["lib/tasks/store.ts", 'import { db } from "@/lib/db/client";', 'starts with import "server-only"'],
  ["lib/auth/passwords.ts", 'import { hash } from "@node-rs/argon2";', 'starts with import "server-only"'],
  ["lib/live/bus.ts", 'import { EventEmitter } from "node:events";', 'starts with import "server-only"'],
  // The environment.
  ["lib/log.ts", "const level = process.env.LOG_LEVEL;", "Only lib/env.ts reads process.env"],
  ["app/page.tsx", 'const level = process["env"].LOG_LEVEL;', "Only lib/env.ts reads process.env"],
  ["components/page.tsx", "const { env } = process;", "Only lib/env.ts reads process.env"],
  ["proxy.ts", 'import { env } from "node:process";', "Only lib/env.ts reads process.env"],
  // Everywhere.
  ["lib/tasks/store.ts", 'import { record } from "../activity/record";', "never ../"],
  ["lib/tasks/store.ts", 'import { record } from "@/lib/tasks/../activity/record";', "never ../"],
  ["scripts/start.mjs", 'import { env } from "../lib/env.ts";', "never ../"],
  ["lib/tools/run.ts", "const tool = await import(name);", "An import names its file"],
  ["app/page.tsx", 'import { startCluster } from "@/scripts/postgres";', "The product doesn't import scripts"],
  ["app/login/actions.ts", '"use server";\nexport async function signIn() {}', 'no "use server"'],
  ["app/login/page.tsx", 'const go = async () => {\n  "use server";\n};', 'no "use server"'],
])("in %s, this is caught: %s", (file, code, rule) => {
  expect(faultsIn(file, code).map((fault) => fault.rule)).toContainEqual(expect.stringContaining(rule));
});

test.each([
  [
    "lib/tasks/store.ts",
    'import "server-only";\nimport { db } from "@/lib/db/client";\nimport { order } from "./order";',
  ],
  ["lib/tasks/store.test.ts", 'import { db } from "@/lib/db/client";\nimport { makeUser } from "@/lib/db/testing";'],
  ["lib/db/testing.ts", 'import type { UserId } from "@/lib/auth/schema";'],
  ["lib/db/client.ts", 'import { PrismaPg } from "@prisma/adapter-pg";\nimport { env } from "@/lib/env";'],
  ["lib/assistant/reply.ts", 'import { conversationsOf } from "@/lib/conversations/store";'],
  ["components/tasks/panel.tsx", 'import type { Task } from "@/lib/tasks/schema";\nimport { cn } from "@/lib/cn";'],
  ["components/tasks/panel.tsx", 'import { type Task, type View } from "@/lib/tasks/schema";'],
  ["components/tasks/add.tsx", 'const { readTask } = await import("@/lib/words/read-task");'],
  ["app/api/tasks/route.ts", 'import { tasksOf } from "@/lib/tasks/store";'],
  ["lib/env.ts", "const text = process.env.PORT;"],
  ["scripts/start.mjs", "const text = process.env.PORT;"],
  ["playwright.config.ts", 'import { findBrowser } from "./scripts/browser";\nconst isCi = process.env.CI;'],
])("in %s, this is fine: %s", (file, code) => {
  expect(faultsIn(file, code)).toEqual([]);
});

test("a fault says where it is", () => {
  expect(faultsIn("app/page.tsx", '\n\nimport { db } from "@/lib/db/client";')).toEqual([
    { file: "app/page.tsx", line: 3, rule: "app doesn't import lib/db: a store does." },
  ]);
});

test("a file is caught at its 251st line", () => {
  expect(faultsIn("e2e/long.spec.ts", "x();\n".repeat(250))).toEqual([]);
  expect(faultsIn("e2e/long.spec.ts", "x();\n".repeat(251))).toMatchObject([{ line: 251 }]);
});
