import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const open = (name: string) => readFileSync(path.join(import.meta.dirname, "..", "public", name), "utf8");
const worker = open("sw.js");

test("the offline page's worker has a new version when one of the files that it keeps has changed", () => {
  const paths = [...worker.matchAll(/"\/([\w./-]+)"/g)].map(([, name]) => name ?? "");
  expect(paths).toEqual(["offline/index.html", "offline/offline.css", "offline/offline.js", "icon.svg"]);
  const hash = createHash("sha256");
  for (const name of paths) hash.update(open(name));
  expect(/version = "(\w+)"/.exec(worker)?.[1]).toBe(hash.digest("hex").slice(0, 8));
});

test("the offline page has nothing inline, and is in the colours of the app", () => {
  expect(open("offline/index.html")).not.toMatch(/<script(?! src)|<style|style=|\son\w+=/);
  const colours = open("offline/offline.css").match(/light-dark\([^)]*\)/g) ?? [];
  const app = readFileSync(path.join(import.meta.dirname, "..", "app", "globals.css"), "utf8");
  expect(colours.length).toBeGreaterThan(0);
  for (const colour of colours) expect(app).toContain(colour);
});
