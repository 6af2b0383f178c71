import { expect, test } from "vitest";
import { statementName } from "./statements";

const nameOf = (sql: string) => statementName({ sql });

test("a text has one name, two texts have two, and one that asks for every column has none", () => {
  expect(nameOf("SELECT 1")).toBe(nameOf("SELECT 1"));
  expect(nameOf("SELECT 1")).not.toBe(nameOf("SELECT 2"));
  expect(nameOf('SELECT * FROM "Task"')).toBe("");
});

test("texts without end don't fill the server's memory", () => {
  const made = Array.from({ length: 1_000 }, (_, index) => nameOf(`SELECT ${index} AS "n"`));
  expect(new Set(made).size).toBeLessThanOrEqual(301);
  expect(made.at(-1)).toBe("");
  expect(nameOf('SELECT 0 AS "n"')).toBe(made[0]);
});
