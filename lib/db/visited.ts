import { expect } from "vitest";
import { type Db, db, Prisma } from "./client";

// For tests: how many rows the database looks at. A time would say how busy the machine is.

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** The rows that the reading statements of this work look at, in all tables and indexes together; each is explained as it was written. */
export async function visited(work: (tx: Db) => Promise<unknown>): Promise<number> {
  const plans: Plan[] = [];
  const explained = async (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
    const asked = "raw" in text ? Prisma.sql(text, ...values) : text;
    const statement = Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${asked}`;
    const rows = await db.$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(statement);
    plans.push(...rows.flatMap((row) => row["QUERY PLAN"].map(({ Plan }) => Plan)));
    return [];
  };
  await work({ $queryRaw: explained } as unknown as Db);
  expect(plans.length).toBeGreaterThan(0);
  return plans.reduce((sum, plan) => sum + rowsOf(plan), 0);
}

function rowsOf(plan: Plan): number {
  const looksAtRows = plan["Relation Name"] !== undefined || plan["Node Type"] === "Bitmap Index Scan";
  const rows = looksAtRows ? plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0) : 0;
  return rows * plan["Actual Loops"] + (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), 0);
}
