import { type Figures, type Score, share, tableBy, tablesOf } from "./figures";
import type { Gold, ReplyCheck } from "./gold";
import type { DialoguePrediction, TurnPrediction } from "./prediction";
import { areSameDeeds, areSameTasks, isSameTask } from "./same-tasks";

type Dialogue = Gold["dialogues"];
type Predicted = Pick<DialoguePrediction, "final"> & {
  error?: string | undefined;
  turns: (Pick<TurnPrediction, "reply" | "state"> & { claimsWithoutEffect?: boolean })[];
};

/** null: the dialogue says nothing of it. */
function rowOf(gold: Dialogue, predicted: Predicted | undefined) {
  if (!predicted) {
    const none = { isExact: false, isCore: false, isKept: false, hasAsked: null, hasReplied: null, claims: 0 };
    return { gold, predicted, isMissing: true, isPassed: false, ...none };
  }
  const { final } = predicted;
  const isExact = gold.final_any.some((state) => areSameTasks(state, final));
  const isKept = gold.must_not_change.every((key) => {
    const before = gold.initial.find((task) => task.key === key);
    return before !== undefined && final.some((task) => isSameTask(before, task));
  });
  const asked = gold.turns.flatMap((turn, place) => (turn.must_ask ? [hasAsked(gold, predicted, place)] : []));
  const replied = gold.turns.flatMap((turn, place) =>
    turn.reply ? [isReply(turn.reply, predicted.turns[place]?.reply ?? "")] : [],
  );
  const row = {
    isExact,
    isCore: gold.final_any.some((state) => areSameDeeds(state, final)),
    isKept,
    hasAsked: asked.length > 0 ? asked.every(Boolean) : null,
    hasReplied: replied.length > 0 ? replied.every(Boolean) : null,
    claims: predicted.turns.filter((turn) => turn.claimsWithoutEffect).length,
  };
  const isPassed = isExact && isKept && row.hasAsked !== false && row.hasReplied !== false;
  return { gold, predicted, isMissing: false, isPassed, ...row };
}
type Row = ReturnType<typeof rowOf>;

/** A question, and nothing has changed. */
function hasAsked({ initial }: Dialogue, { turns }: Predicted, place: number): boolean {
  const turn = turns[place];
  const before = place === 0 ? initial : turns[place - 1]?.state;
  return turn?.reply.includes("?") === true && areSameTasks(before ?? [], turn.state);
}

function isReply({ all = [], any, none = [] }: ReplyCheck, reply: string): boolean {
  const holds = (words: string) => reply.toLowerCase().includes(words.toLowerCase());
  return all.every(holds) && (any?.some(holds) ?? true) && !none.some(holds);
}

export function scoreDialogues(gold: Dialogue[], predictions: Map<string, Predicted>): Score {
  const rows = gold.map((record) => rowOf(record, predictions.get(record.id)));
  return {
    figures: {
      n: rows.length,
      missing: rows.filter(({ isMissing }) => isMissing).length,
      pass: share(rows, ({ isPassed }) => isPassed),
      end_state_exact: share(rows, ({ isExact }) => isExact),
      end_state_title_and_completion: share(rows, ({ isCore }) => isCore),
      nothing_else_changed: share(rows, ({ isKept }) => isKept),
      asked_when_it_must: share(rows, (row) => row.hasAsked),
      reply_checks: share(rows, (row) => row.hasReplied),
      claims_without_effect: rows.reduce((sum, { claims }) => sum + claims, 0),
    },
    counts: {
      must_ask: rows.filter((row) => row.hasAsked !== null).length,
      reply_checks: rows.filter((row) => row.hasReplied !== null).length,
    },
    tables: tablesOf({ per_tag: tableBy(rows, (row) => row.gold.tags, figuresOf) }),
    // What changed a task that must stay as it is comes first.
    wrong: rows
      .filter(({ isPassed }) => !isPassed)
      .sort((one, other) => Number(one.isKept) - Number(other.isKept))
      .map(wrongOf),
  };
}

const figuresOf = (rows: Row[]): Figures => ({
  pass: share(rows, ({ isPassed }) => isPassed),
  end_state: share(rows, ({ isExact }) => isExact),
});

const wrongOf = ({ gold, predicted, isExact, isKept, hasAsked, hasReplied }: Row) => ({
  id: gold.id,
  name: gold.name,
  turns: gold.turns.map(({ user }, place) => ({ user, reply: predicted?.turns[place]?.reply ?? null })),
  exact: isExact,
  keep: isKept,
  ask: hasAsked,
  reply: hasReplied,
  want: gold.final_any[0],
  got: predicted?.final,
  ...(predicted?.error && { error: predicted.error }),
});
