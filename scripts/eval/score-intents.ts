import { byOrigin, percent, type Score, share, type Table, tablesOf } from "./figures";
import { type Gold, type Intent, intents } from "./gold";
import type { ReadingPrediction } from "./prediction";

const isTask = (intent: string) => intent !== "smalltalk_or_help" && intent !== "out_of_scope";
const mutates = (intent: string) => intent !== "list" && intent !== "MISSING" && isTask(intent);

/** Above all: how often the intent is right, and how often a message that wanted nothing would have changed data. */
export function scoreIntents(gold: Gold["intents"][], predictions: Map<string, Partial<ReadingPrediction>>): Score {
  const rows = gold.map((record) => {
    const said = predictions.get(record.id)?.intent ?? "MISSING";
    const accepted: string[] = [record.intent, ...(record.accept ?? [])];
    const isRight = accepted.includes(said);
    // Where several answers are right, any of them counts as the one that was meant.
    return { gold: record, said, isRight, counted: isRight ? record.intent : said };
  });
  const perClass = intents.flatMap((intent) => classOf(rows, intent));
  const ofTasks = rows.filter((row) => isTask(row.gold.intent));
  const ofNone = rows.filter((row) => !isTask(row.gold.intent));
  const f1 = perClass.reduce((sum, [, figures]) => sum + (figures.f1 ?? 0), 0) / perClass.length;
  return {
    figures: {
      n: rows.length,
      missing: rows.filter(({ said }) => said === "MISSING").length,
      accuracy: share(rows, ({ isRight }) => isRight),
      accuracy_strict: share(rows, (row) => row.said === row.gold.intent),
      macro_f1: perClass.length === 0 ? null : Number(f1.toFixed(1)),
      task_intent_accuracy: share(ofTasks, ({ isRight }) => isRight),
      mutation_on_non_task_rate: share(ofNone, ({ said }) => mutates(said)),
      wrong_mutation_rate: share(rows, ({ isRight, said }) => !isRight && mutates(said)),
    },
    tables: {
      per_class: Object.fromEntries(perClass),
      ...tablesOf(byOrigin(rows, (group) => ({ accuracy: share(group, ({ isRight }) => isRight) }))),
      confusion: confusionOf(rows),
    },
    // What would change data comes first.
    wrong: rows
      .filter(({ isRight }) => !isRight)
      .sort((one, other) => Number(mutates(other.said)) - Number(mutates(one.said)))
      .map((row) => ({ id: row.gold.id, text: row.gold.text, gold: row.gold.intent, pred: row.said })),
  };
}

type Row = { gold: Gold["intents"]; said: string; isRight: boolean; counted: string };

function classOf(rows: Row[], intent: Intent) {
  const meant = rows.filter(({ gold }) => gold.intent === intent);
  const said = rows.filter(({ counted }) => counted === intent);
  const both = meant.filter(({ counted }) => counted === intent).length;
  if (meant.length === 0) return [];
  const figures = {
    n: meant.length,
    precision: percent(both, said.length),
    recall: percent(both, meant.length),
    f1: percent(2 * both, meant.length + said.length),
  };
  return [[intent, figures] as const];
}

/** Rows are what was meant, columns what was understood. */
function confusionOf(rows: Row[]): Table {
  const table: Table = {};
  for (const { gold, counted } of rows) {
    const row = table[gold.intent] ?? {};
    row[counted] = (row[counted] ?? 0) + 1;
    table[gold.intent] = row;
  }
  return table;
}
