import { parseArgs } from "node:util";
import { Refusal } from "@/scripts/say.mjs";
import { type Kind, kinds } from "./gold";
import { builtIn } from "./predict";

/** What is scored: the project's own sets, or one file; or how long a turn takes. */
export type Plan = {
  part: "sets" | "speed";
  gold: { file: string; kind: Kind } | null;
  /** Hold the own sets against their thresholds. */
  isTest: boolean;
  out: string | null;
  errors: number;
  isJson: boolean;
  isVerbose: boolean;
  model: string;
  /** How often everything is repeated: what passes must pass each time. */
  k: number;
  only: string | null;
};

const usage = `Usage: npm run eval                                     the sets in eval/
       npm run eval -- --gold FILE --task ${kinds.join("|")}
       npm run eval -- --speed
Options: --out FILE  --errors N  --json  --model builtin|ID  --k N  --only ID  --verbose`;

export function planOf(words: string[]): Plan {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const options = {
    gold: text,
    task: text,
    out: text,
    errors: text,
    model: text,
    k: text,
    only: text,
    json: flag,
    verbose: flag,
    speed: flag,
    test: flag,
  } as const;
  const { values } = parsed(() => parseArgs({ args: words, options }));
  if ((values.gold === undefined) !== (values.task === undefined)) throw refusal("--gold and --task go together.");
  if (values.out !== undefined && values.gold === undefined) throw refusal("--out goes with --gold.");
  const kind = kinds.find((name) => name === values.task);
  if (values.task !== undefined && !kind) throw refusal(`There is no task "${values.task}".`);
  return {
    part: values.speed ? "speed" : "sets",
    gold: values.gold !== undefined && kind ? { file: values.gold, kind } : null,
    isTest: values.test,
    out: values.out ?? null,
    errors: count("errors", values.errors ?? (values.test ? "10" : "0")),
    isJson: values.json,
    isVerbose: values.verbose,
    model: values.model === undefined || values.model === "builtin" ? builtIn : values.model,
    k: Math.max(1, count("k", values.k ?? "1")),
    only: values.only ?? null,
  };
}

function count(name: string, text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw refusal(`--${name} takes a whole number.`);
  return Number(text);
}

const refusal = (sentence: string) => new Refusal(`${sentence}\n${usage}`);

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error));
  }
}
