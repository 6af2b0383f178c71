import type { Change, Task } from "@/lib/tasks/schema";
import { type Now, placed, recounted, replaced } from "./listed";
import type { Listed, TaskPage } from "./page";
import { type Parts, partsAfter, recountedParts } from "./parts";
import { isSame, type Query } from "./query";

/** The list as it is shown. `waiting` are changes of others, until nobody has a finger on the list. */
export type ListState = TaskPage & { of: Query; waiting: readonly Listed[]; parts: Parts };

export type News =
  | { type: "read"; page: TaskPage; of: Query }
  | { type: "more"; page: TaskPage; of: Query }
  /** What this tab did itself is shown at once, wherever it moves. */
  | { type: "done"; changes: readonly Change[]; now: Now }
  /** What others did: `held` leaves every row in its place. */
  | { type: "told"; page: Partial<TaskPage> & { tasks: Listed[] }; held: boolean; now: Now }
  | { type: "freed"; now: Now }
  | ({ type: "moved" } & Move)
  | { type: "parts"; of: number; parts: readonly Listed[] };

export type Move = { number: number; after: number | null; before: number | null };

export const stateOf = (page: TaskPage, of: Query): ListState => ({
  ...page,
  of,
  waiting: [],
  parts: new Map(),
});

export function heard(state: ListState, news: News): ListState {
  const isWhole = !state.nextCursor;
  switch (news.type) {
    case "read":
      return { ...stateOf(news.page, news.of), tasks: steady(state.tasks, news.page.tasks), parts: state.parts };
    case "more": {
      if (!isSame(news.of, state.of)) return state;
      const known = new Set(state.tasks.map(({ number }) => number));
      const tasks = [...state.tasks, ...news.page.tasks.filter(({ number }) => !known.has(number))];
      return { ...state, tasks, nextCursor: news.page.nextCursor };
    }
    case "done": {
      const after = afterOf(news.changes, state);
      const tasks = recountedParts(placed(state.tasks, after, state.of, news.now, isWhole), news.changes);
      const parts = partsAfter(state.parts, after);
      const total = state.total + tasks.length - state.tasks.length;
      const counts = recounted(state.counts, news.changes, news.now);
      return {
        ...state,
        tasks,
        parts,
        total,
        counts,
        tags: retagged(state.tags, news.changes),
        seq: seqAfter(state.seq, news.changes),
      };
    }
    case "told": {
      const { tasks: told, ...rest } = news.page;
      const known = new Map(state.tasks.map((task) => [task.number, task]));
      const fresh = told.filter(({ number, version }) => version >= (known.get(number)?.version ?? 0));
      const parts = partsAfter(state.parts, told);
      if (news.held)
        return { ...state, ...rest, parts, tasks: replaced(state.tasks, fresh), waiting: [...state.waiting, ...fresh] };
      return { ...state, ...rest, parts, tasks: placed(state.tasks, fresh, state.of, news.now, isWhole) };
    }
    case "freed":
      if (state.waiting.length === 0) return state;
      return { ...state, tasks: settled(state, news.now), waiting: [] };
    case "moved":
      return { ...state, tasks: moved(state.tasks, news) };
    case "parts":
      return { ...state, parts: new Map(state.parts).set(news.of, news.parts) };
  }
}

/** Those that waited were shown in their old places: each is taken out, and put where it belongs now. */
function settled({ tasks, waiting, of, nextCursor }: ListState, now: Now): Listed[] {
  const changed = newest(waiting);
  const numbers = new Set(changed.map(({ number }) => number));
  const rest = tasks.filter(({ number }) => !numbers.has(number));
  return placed(rest, changed, of, now, !nextCursor);
}

/** A task that didn't change stays the same object, so that its row is not drawn again. */
function steady(before: readonly Listed[], now: readonly Listed[]): Listed[] {
  const known = new Map(before.map((task) => [task.number, task]));
  return now.map((task) => {
    const old = known.get(task.number);
    return old && JSON.stringify(old) === JSON.stringify(task) ? old : task;
  });
}

/** How many open tasks each tag has, after what was done here. */
function retagged(tags: TaskPage["tags"], changes: readonly Change[]): TaskPage["tags"] {
  const open = new Map(tags.map(({ tag, open }) => [tag.toLowerCase(), { tag, open }]));
  const count = (task: Task | null, by: 1 | -1) => {
    if (!task || task.isCompleted || task.deletedAt !== null) return;
    for (const tag of task.tags) {
      const now = open.get(tag.toLowerCase()) ?? { tag, open: 0 };
      open.set(tag.toLowerCase(), { ...now, open: now.open + by });
    }
  };
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }
  return [...open]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, counted]) => (counted.open > 0 ? counted : []));
}

/** Each transaction takes the next number: if this one follows on what is known, there is nothing to ask the server about. */
function seqAfter(seq: number, changes: readonly Change[]): number {
  const [own] = changes.flatMap(({ after }) => after?.changed ?? []);
  return own === seq + 1 ? own : seq;
}

/** The last word on each task; one that is gone for good is in no view. */
function afterOf(changes: readonly Change[], { tasks }: ListState): Listed[] {
  const known = new Map(tasks.map((task) => [task.number, task]));
  return newest(
    changes.flatMap(({ number, before, after }) => {
      const gone = before && { ...before, isCompleted: true, deletedAt: before.updatedAt };
      // What only a list says of a task, its parts, is kept.
      return after || gone ? ({ ...known.get(number), ...(after ?? gone) } as Listed) : [];
    }),
  );
}

const newest = (tasks: readonly Listed[]) => [...new Map(tasks.map((task) => [task.number, task])).values()];

/** Right after one task, or else right before another, or else to the end. */
function moved(list: readonly Listed[], { number, after, before }: Move): Listed[] {
  const moving = list.find((task) => task.number === number);
  if (!moving) return [...list];
  const rest = list.filter((task) => task !== moving);
  const anchor = rest.findIndex((task) => task.number === (after ?? before));
  const at = anchor < 0 ? rest.length : after === null ? anchor : anchor + 1;
  return rest.toSpliced(at, 0, moving);
}
