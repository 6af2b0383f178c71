import type { Score } from "./figures";
import type { Gold, Kind } from "./gold";
import type { DialoguePrediction, ReadingPrediction } from "./prediction";
import { scoreDates } from "./score-dates";
import { scoreDialogues } from "./score-dialogues";
import { scoreIntents } from "./score-intents";
import { scoreSlots } from "./score-slots";

export type Prediction = { [K in Kind]: K extends "dialogues" ? DialoguePrediction : ReadingPrediction };

type Scorers = { [K in Kind]: (gold: Gold[K][], predictions: Map<string, Prediction[K]>) => Score };
const scorers: Scorers = { intents: scoreIntents, slots: scoreSlots, dates: scoreDates, dialogues: scoreDialogues };

export const score = <K extends Kind>(kind: K, gold: Gold[K][], predictions: Prediction[K][]): Score =>
  scorers[kind](gold, new Map(predictions.map((prediction) => [prediction.id, prediction])));
