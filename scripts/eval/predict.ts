import { atOnce } from "./at-once";
import type { Gold, Kind } from "./gold";
import type { Reading, ReadingPrediction } from "./prediction";
import type { Prediction } from "./score";

export const builtIn = "built-in";

/** Dialogues wait for the database most of the time. */
const dialoguesAtOnce = 4;
/** As many questions as a provider surely bears. */
const questionsAtOnce = 4;

type Predictors = { [K in Kind]: (gold: Gold[K][], model: string, signal: AbortSignal) => Promise<Prediction[K][]> };

const predictors: Predictors = {
  intents: readings,
  slots: readings,
  dates: readings,
  async dialogues(gold, model, signal) {
    const { holdDialogue } = await import("./dialogue");
    const hold = (some: Gold["dialogues"][]) =>
      atOnce(some, dialoguesAtOnce, signal, (dialogue) => holdDialogue(dialogue, model));
    // The first ones pay for what a process makes and compiles once, and are no measure of a turn.
    if (model === builtIn) await hold(gold.slice(0, dialoguesAtOnce));
    return hold(gold);
  },
};

/** What a model makes of each record. The rooms of lib are loaded here, once the environment is set. */
export const predict = <K extends Kind>(
  kind: K,
  gold: Gold[K][],
  model: string,
  signal: AbortSignal,
): Promise<Prediction[K][]> => predictors[kind](gold, model, signal);

type Message = { id: string; text: string; reference_time: string; timezone: string };

async function readings(gold: Message[], model: string, signal: AbortSignal): Promise<ReadingPrediction[]> {
  if (model !== builtIn) {
    const { askModel } = await import("./ask-model");
    return atOnce(gold, questionsAtOnce, signal, (record) => answered(record.id, () => askModel(record, model)));
  }
  const { readMessage } = await import("./parse");
  // Neither are the first messages.
  for (const record of gold.slice(0, 50)) readMessage(record);
  return atOnce(gold, 1, signal, (record) => answered(record.id, async () => readMessage(record)));
}

/** What fails is a missing answer, not the end of the run. */
async function answered(id: string, read: () => Promise<Reading>): Promise<ReadingPrediction> {
  const start = performance.now();
  try {
    const reading = await read();
    return { id, ...reading, ms: performance.now() - start };
  } catch (error) {
    return { id, ms: performance.now() - start, error: error instanceof Error ? error.message : String(error) };
  }
}
