import type { Kind } from "./plan";

export type FigureName = "added" | "total" | "speed" | "cpu" | "memory";

type Target = { figure: FigureName; kinds: Kind[]; atOnce: number[]; most?: number; least?: number; ofFloor?: number };

/** What is to be reached on two cores that the app, its database, the model and the clients share. */
const targets: Target[] = [
  { figure: "added", kinds: ["paced", "unpaced", "follow-up"], atOnce: [1], most: 8 },
  { figure: "added", kinds: ["paced"], atOnce: [20], most: 40 },
  { figure: "added", kinds: ["paced"], atOnce: [100], most: 400 },
  { figure: "total", kinds: ["paced"], atOnce: [100], ofFloor: 1.25 },
  { figure: "cpu", kinds: ["paced"], atOnce: [20], most: 0.09 },
  { figure: "cpu", kinds: ["unpaced"], atOnce: [20], most: 0.035 },
  { figure: "speed", kinds: ["unpaced"], atOnce: [20, 100], least: 28 },
  { figure: "memory", kinds: ["paced", "unpaced"], atOnce: [100], most: 300 },
];

/** SQL statements of a turn without tools, besides the batches of its log. */
export const mostStatements = 8;

export type Verdict = { target: string; isMet: boolean };

/** What a figure should be, and whether it is; null where nothing is asked of it. `value` and `floor` are medians. */
export function verdict(
  trial: { kind: Kind; atOnce: number },
  figure: FigureName,
  value: number,
  floor: number,
): Verdict | null {
  const target = targets.find(
    (one) => one.figure === figure && one.kinds.includes(trial.kind) && one.atOnce.includes(trial.atOnce),
  );
  if (!target) return null;
  if (target.least !== undefined) return { target: `≥ ${target.least}`, isMet: value >= target.least };
  if (target.ofFloor !== undefined) {
    const most = target.ofFloor * floor;
    return { target: `≤ ${target.ofFloor} × floor = ${Math.round(most)}`, isMet: value <= most };
  }
  return { target: `≤ ${target.most}`, isMet: value <= (target.most ?? 0) };
}
