import { isDue, isDueDate, isRecurrence, isTitle, listOf, wordsInCommon } from "./compare";
import { byOrigin, type Figures, percent, type Score, share, tablesOf } from "./figures";
import type { Gold } from "./gold";
import type { ReadingPrediction } from "./prediction";

/** Half of the words, and a little more: a target only has to lead to the task that is meant. */
const leadsToTarget = 0.65;

type Fields = Partial<Pick<ReadingPrediction, "title" | "due" | "recurrence" | "target">>;

/** A field that a record doesn't name is not scored: undefined. */
function rowOf(gold: Gold["slots"], said: Fields) {
  const { title, target, due, recurrence } = gold.expected;
  const row = {
    gold,
    said,
    isTitleExact: title === undefined ? undefined : listOf(title).includes(said.title ?? ""),
    isTitle: title === undefined ? undefined : isTitle(title, said.title),
    titleWords:
      title === undefined ? undefined : Math.max(...listOf(title).map((one) => wordsInCommon(one, said.title))),
    isTarget:
      target === undefined ? undefined : listOf(target).some((one) => wordsInCommon(one, said.target) >= leadsToTarget),
    hasDue: due === undefined ? undefined : due !== null,
    isDue: due === undefined ? undefined : isDue(due, said.due),
    isDueDate: due === undefined ? undefined : isDueDate(due, said.due),
    hasRecurrence: recurrence === undefined ? undefined : Boolean(recurrence),
    isRecurrence: recurrence === undefined ? undefined : isRecurrence(recurrence, said.recurrence, due),
  };
  const isRight = ![row.isTitle, row.isDue, row.isRecurrence, row.isTarget].includes(false);
  return { ...row, isRight };
}
type Row = ReturnType<typeof rowOf>;

/** Each field by itself, and `joint_exact` for messages of which every scored field is right. */
export function scoreSlots(gold: Gold["slots"][], predictions: Map<string, Fields>): Score {
  const rows = gold.map((record) => rowOf(record, predictions.get(record.id) ?? {}));
  const dated = rows.filter(({ hasDue }) => hasDue);
  const undated = rows.filter(({ hasDue }) => hasDue === false);
  const repeating = rows.filter(({ hasRecurrence }) => hasRecurrence);
  const single = rows.filter(({ hasRecurrence }) => hasRecurrence === false);
  const titled = rows.flatMap(({ titleWords }) => titleWords ?? []);
  return {
    figures: {
      n: rows.length,
      missing: gold.filter(({ id }) => !predictions.has(id)).length,
      title_exact: share(rows, ({ isTitleExact }) => isTitleExact),
      title_normalised: share(rows, ({ isTitle }) => isTitle),
      title_token_f1: percent(
        titled.reduce((sum, value) => sum + value, 0),
        titled.length,
      ),
      target: share(rows, ({ isTarget }) => isTarget),
      due_exact_when_present: share(dated, (row) => row.isDue),
      due_date_part_when_present: share(dated, (row) => row.isDueDate),
      false_due_when_absent: share(undated, ({ said }) => Boolean(said.due)),
      recurrence_when_present: share(repeating, (row) => row.isRecurrence),
      false_recurrence: share(single, ({ said }) => Boolean(said.recurrence)),
      joint_exact: share(rows, ({ isRight }) => isRight),
    },
    counts: { due_present: dated.length, due_absent: undated.length, recurrence_present: repeating.length },
    tables: tablesOf(byOrigin(rows, figuresOf)),
    wrong: rows.filter(({ isRight }) => !isRight).map(wrongOf),
  };
}

const figuresOf = (rows: Row[]): Figures => ({
  title_normalised: share(rows, ({ isTitle }) => isTitle),
  due: share(
    rows.filter(({ hasDue }) => hasDue),
    (row) => row.isDue,
  ),
  joint: share(rows, ({ isRight }) => isRight),
});

function wrongOf({ gold, said }: Row) {
  const { title, due, recurrence, target } = said;
  return { id: gold.id, text: gold.text, gold: gold.expected, pred: { title, due, recurrence, target } };
}
