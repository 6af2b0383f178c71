import type { Person } from "@/e2e/people";
import type { Heard } from "./client";
import type { Sql } from "./sql";

/** ok: the server said so. fail: it said no. unknown: no answer came, so either may be true. */
export type Outcome = "ok" | "fail" | "unknown";

/** One change of one task that somebody asked for. The token stands in its arguments, and in no other's. */
export type Effect = { tool: "create_task" | "update_task"; token: string; outcome: Outcome };

/** A task's version as an answer gave it; asked for and answered when, in milliseconds. */
export type Sight = { number: number; version: number; from: number; to: number };

/** What one person did and saw; the checker believes nothing else of it than what is written here. */
export type History = { userId: string; person: Person; said: Heard[]; effects: Effect[]; sights: Sight[] };

export async function openHistory(sql: Sql, person: Person): Promise<History> {
  const [user] = await sql<{ id: string }>('SELECT "id" FROM "User" WHERE "email" = $1', [person.email]);
  if (!user) throw new Error(`There is no account of ${person.email}.`);
  return { userId: user.id, person, said: [], effects: [], sights: [] };
}

/** What the effect of a call in a reply is to its reader: certain once they saw its result. */
export function outcomeOfCalls(heard: Heard): Outcome {
  if (heard.outcome === "fail") return "fail";
  return heard.seen.some(({ chunk }) => chunk.type === "tool-output-available") ? "ok" : "unknown";
}
