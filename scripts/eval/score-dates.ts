import { isDue, isDueDate, isWithin } from "./compare";
import { byOrigin, type Figures, type Score, share, tableBy, tablesOf } from "./figures";
import type { Gold } from "./gold";
import type { ReadingPrediction } from "./prediction";

/** With a `range`, any moment inside it is right. */
export function scoreDates(gold: Gold["dates"][], predictions: Map<string, Pick<Partial<ReadingPrediction>, "iso">>) {
  const rows = gold.map((record) => {
    const said = predictions.get(record.id)?.iso ?? null;
    const { range, accept } = record;
    if (range) return { gold: record, said, isRight: isWithin(range, said), isDate: isWithin(range, said) };
    return { gold: record, said, isRight: isDue(accept, said), isDate: isDueDate(accept, said) };
  });
  const figuresOf = (group: typeof rows): Figures => ({
    exact: share(group, ({ isRight }) => isRight),
    date_part: share(group, ({ isDate }) => isDate),
    none: group.filter(({ said }) => said === null).length,
  });
  return {
    figures: { n: rows.length, ...figuresOf(rows) },
    tables: tablesOf({ ...byOrigin(rows, figuresOf), per_grain: tableBy(rows, (row) => [row.gold.grain], figuresOf) }),
    wrong: rows
      .filter(({ isRight }) => !isRight)
      .map((row) => ({
        id: row.gold.id,
        text: row.gold.text,
        ref: row.gold.reference_time,
        gold: row.gold.range ?? row.gold.accept,
        pred: row.said,
      })),
  } satisfies Score;
}
