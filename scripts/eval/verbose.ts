import { say } from "@/scripts/say.mjs";
import type { Kind } from "./gold";
import type { Prediction } from "./score";

/** Shows what was answered, record by record. */
export function tell(predictions: Prediction[Kind][]): void {
  for (const prediction of predictions) {
    if (!("turns" in prediction)) {
      say(JSON.stringify(prediction));
      continue;
    }
    for (const { user, reply, toolCalls } of prediction.turns) {
      say(`${prediction.id} > ${user}\n        < ${reply}`);
      for (const { name, args, status } of toolCalls) say(`          ${name} ${JSON.stringify(args)} ${status}`);
    }
    if (prediction.error !== undefined) say(`${prediction.id} failed: ${prediction.error}`);
  }
}
