import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Refusal } from "@/scripts/say.mjs";
import { type Kind, kinds } from "./gold";

export type EvalSet = { name: string; kind: Kind; file: string };

/** The sets of a folder; what a set measures is the first word of its file's name, as in `dates-spoken.jsonl`. */
export function setsIn(folder: string): EvalSet[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
  const sets = names.sort().map((file) => {
    const name = path.basename(file, ".jsonl");
    const kind = kinds.find((one) => name === one || name.startsWith(`${one}-`));
    if (!kind) throw new Refusal(`eval/${file} says by its name which set it is: ${kinds.join(", ")}, and - after it.`);
    return { name, kind, file: path.join(folder, file) };
  });
  if (sets.length === 0) throw new Refusal(`There are no sets in ${folder}.`);
  return sets.sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}
