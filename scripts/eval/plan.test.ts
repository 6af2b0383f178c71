import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "@/scripts/testing";
import { readGold } from "./gold";
import { planOf } from "./plan";
import { setsIn } from "./sets";
import { verdictsOf } from "./thresholds";

test("without words the own sets are scored, once, by the built-in assistant", () => {
  expect(planOf([])).toMatchObject({ part: "sets", gold: null, model: "built-in", k: 1, errors: 0 });
  const words = ["--gold", "f.jsonl", "--task", "dates", "--model", "builtin", "--k", "3", "--only", "d-1"];
  expect(planOf(words)).toMatchObject({
    gold: { file: "f.jsonl", kind: "dates" },
    model: "built-in",
    k: 3,
    only: "d-1",
  });
});

test("what makes no sense is refused with a sentence", () => {
  expect(() => planOf(["--gold", "f.jsonl"])).toThrow("--gold and --task go together.");
  expect(() => planOf(["--gold", "f.jsonl", "--task", "songs"])).toThrow('There is no task "songs".');
  expect(() => planOf(["--errors", "many"])).toThrow("--errors takes a whole number.");
  expect(() => planOf(["--fast"])).toThrow("Usage: npm run eval");
});

test("a folder's sets are known by their names, and a file that is none is refused", () => {
  const folder = emptyFolder();
  expect(() => setsIn(folder)).toThrow("There are no sets");
  for (const name of ["dialogues.jsonl", "dates-spoken.jsonl", "README.md"]) writeFileSync(path.join(folder, name), "");
  expect(setsIn(folder).map(({ name, kind }) => [name, kind])).toEqual([
    ["dates-spoken", "dates"],
    ["dialogues", "dialogues"],
  ]);
  writeFileSync(path.join(folder, "songs.jsonl"), "");
  expect(() => setsIn(folder)).toThrow("eval/songs.jsonl");
});

test("a record that doesn't fit is named with its line, and so is an id that stands twice", () => {
  const file = path.join(emptyFolder(), "intents.jsonl");
  const record = '{"id":"1","text":"add milk","intent":"create"}';
  writeFileSync(file, `${record}\n\n{"id":"2","text":"hm","intent":"sing"}\n`);
  expect(() => readGold("intents", file)).toThrow(`${file}:3 is no record of intents`);
  writeFileSync(file, `${record}\n${record}\n`);
  expect(() => readGold("intents", file)).toThrow("more than one record with the id 1");
});

test("a threshold is met at its value, and what was not measured has not met it", () => {
  const limits = { accuracy: { least: 90 }, wrong_mutation_rate: { most: 1 }, pass: { least: 1 } };
  const verdicts = verdictsOf({ accuracy: 90, wrong_mutation_rate: 1.1, pass: null }, limits, 0);
  expect(verdicts.map(({ figure, isMet }) => [figure, isMet])).toEqual([
    ["accuracy", true],
    ["wrong_mutation_rate", false],
    ["pass", false],
    ["broken", true],
  ]);
  expect(verdictsOf({}, {}, 2)).toEqual([{ figure: "broken", value: 2, limit: "≤ 0", isMet: false }]);
});
