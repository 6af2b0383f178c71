import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fingerprint } from "./build";
import { emptyFolder } from "./testing";

function tree(files: Record<string, string>): string {
  const root = emptyFolder();
  for (const [file, text] of Object.entries({ ...sources, ...files })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

const sources = {
  "app/page.tsx": "page",
  "lib/db/client.ts": "client",
  "prisma/schema.prisma": "schema",
  "package-lock.json": "{}",
};

test("the same sources in another folder give the same build", () => {
  expect(fingerprint(tree({}))).toBe(fingerprint(tree({})));
});

test.each([
  ["app/page.tsx", "another page"],
  ["components/new.tsx", ""],
  ["public/icon.svg", "<svg/>"],
  ["prisma/schema.prisma", "another schema"],
  ["package-lock.json", '{ "another": "lock" }'],
  ["next.config.ts", "config"],
  ["proxy.ts", "proxy"],
])("a change of %s makes the build stale", (file, text) => {
  expect(fingerprint(tree({ [file]: text }))).not.toBe(fingerprint(tree({})));
});

test.each([
  "lib/db/client.test.ts",
  "lib/db/generated/client.ts",
  "e2e/chat.spec.ts",
  "scripts/start.mjs",
  "vitest.config.ts",
  "next-env.d.ts",
  "README.md",
  ".env",
])("a change of %s does not", (file) => {
  expect(fingerprint(tree({ [file]: "changed" }))).toBe(fingerprint(tree({})));
});
