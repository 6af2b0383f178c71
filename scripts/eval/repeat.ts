import { percent, type Score } from "./figures";
import { type Gold, type Kind, readGold } from "./gold";
import { predict } from "./predict";
import { type Prediction, score } from "./score";

/** `pass`: the share of records that were right every time. `different`: those that were not answered the same every time. */
export type Repeated = { k: number; pass: number | null; different: string[] };
/** The score and the predictions of the first time. `ms`: of each message. `broken`: records that got no answer, with the reason. */
export type Measured = {
  score: Score;
  predictions: Prediction[Kind][];
  ms: number[];
  broken: { id: string; error: string }[];
  repeated: Repeated | null;
};

type Wish = { model: string; k: number; only: string | null; signal: AbortSignal };

/** Scores a file, and with k > 1 tells how reliable the answers are. */
export async function measure<K extends Kind>(
  kind: K,
  file: string,
  { model, k, only, signal }: Wish,
): Promise<Measured> {
  const gold = readGold(kind, file).filter(({ id }) => only === null || id === only);
  const first = await predict(kind, gold, model, signal);
  const runs = [first];
  while (runs.length < k) runs.push(await predict(kind, gold, model, signal));
  return {
    score: score(kind, gold, first),
    predictions: first,
    ms: first.flatMap(timesOf),
    broken: first.flatMap(({ id, error }) => (error === undefined ? [] : [{ id, error }])),
    repeated: k === 1 ? null : repeatedOf(kind, gold, runs),
  };
}

/** One time for each message of the person. */
const timesOf = (prediction: Prediction[Kind]): number[] =>
  "turns" in prediction ? prediction.turns.map(({ ms }) => ms) : [prediction.ms];

function repeatedOf<K extends Kind>(kind: K, gold: Gold[K][], runs: Prediction[K][][]): Repeated {
  const wrong = new Set(runs.flatMap((run) => score(kind, gold, run).wrong.map(({ id }) => id)));
  const different = gold.flatMap(({ id }, place) =>
    new Set(runs.map((run) => withoutTimes(run[place]))).size > 1 ? [id] : [],
  );
  return { k: runs.length, pass: percent(gold.length - wrong.size, gold.length), different };
}

const withoutTimes = (prediction: unknown) =>
  JSON.stringify(prediction, (key, value: unknown) => (key === "ms" ? undefined : value));
