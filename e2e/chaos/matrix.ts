import { type Person, signUp } from "@/e2e/people";
import { type Failpoint, failpoints } from "@/lib/failpoint";
import { type Cell, type CellOptions, type CellResult, type Ground, runCell, type ScriptName, titlesOf } from "./cell";
import { violationsOfPrivacy, violationsOfReaders } from "./doors";
import { violationsIn } from "./invariants";
import type { Site } from "./site";

const scripts = Object.keys(titlesOf) as ScriptName[];

export const wholeMatrix: Cell[] = failpoints.flatMap((failpoint) => scripts.map((script) => ({ failpoint, script })));

/** Each failpoint once, the scripts in turn. */
export const diagonal: Cell[] = failpoints.map((failpoint, at) => ({
  failpoint,
  script: scripts[at % scripts.length] ?? "create-two",
}));

/** A server passes these also when it ends somebody else's dead reply: it would die there before its own turn came. */
const isPassedBySweepers = (failpoint: Failpoint) => failpoint.includes("finish");

/** All cells at once, so that they wait for the ends of leases together; at most three processes start at a time. */
export async function runMatrix(
  site: Site,
  cells: Cell[],
  { withinMs = 20_000, lostMs = 1_000 }: Partial<Pick<CellOptions, "withinMs" | "lostMs">> = {},
): Promise<CellResult[]> {
  const slot = slots(3);
  const openGround = async (database: Pick<Ground, "databaseUrl" | "sql">): Promise<Ground> => ({
    ...database,
    survivor: await slot(() => site.instance({ databaseUrl: database.databaseUrl })),
  });
  const shared = openGround(site);
  const grounds = new Map<Cell, Promise<Ground>>(
    cells.map((cell) => [cell, isPassedBySweepers(cell.failpoint) ? site.database().then(openGround) : shared]),
  );
  const results = await Promise.all(
    cells.map(async (cell) => {
      try {
        return await runCell(site, await (grounds.get(cell) ?? shared), cell, { slot, withinMs, lostMs });
      } catch (error) {
        return { cell, violations: [`The cell broke: ${error}`], history: null, recoveredMs: null };
      }
    }),
  );
  const strangers = new Map<Ground, Promise<Person>>();
  for (const result of results) {
    if (!result.history) continue;
    const ground = await (grounds.get(result.cell) ?? shared);
    const { sql, survivor } = ground;
    const stranger = strangers.get(ground) ?? signUp(survivor.url);
    strangers.set(ground, stranger);
    result.violations.push(
      ...(await violationsIn(sql, [result.history])),
      ...(await violationsOfReaders(sql, [result.history], [survivor.url])),
      ...(await violationsOfPrivacy(sql, [result.history], await stranger)),
    );
  }
  return results;
}

/** Lets at most so many works run at once; the others wait in line. */
export function slots(most: number) {
  let running = 0;
  const line: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running === most) await new Promise<void>((resolve) => line.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
