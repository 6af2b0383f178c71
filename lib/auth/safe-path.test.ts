import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  "/",
  "/tasks",
  "/chat/0198a7e2-0000-7000-8000-000000000000",
  "/tasks?view=today#12",
  "/activity?tool=create_task",
])("%s is our own", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\evil.example",
  "https:evil.example",
  "https://evil.example",
  "http:/evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  " /tasks",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/tasks\\..\\evil",
  "/@evil.example\u0000",
  "/api/session",
  "/api",
  "/mcp",
  "/login",
  "/login?next=/login",
  "/LOGIN",
  "",
  `/${"a".repeat(3000)}`,
  undefined,
  null,
  ["/tasks"],
  { toString: () => "/tasks" },
])("%j leads home", (value) => {
  expect(safePath(value)).toBe("/");
});
