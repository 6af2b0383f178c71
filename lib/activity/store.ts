import "server-only";
import { z } from "zod";
import type { UserId } from "@/lib/auth/schema";
import { type Db, db } from "@/lib/db/client";
import { listOf } from "./list/store";
import type { Call } from "./schema";
import { type CallRow, callFrom } from "./shape";

export type Activity = ReturnType<typeof activityOf>;
const undoResultSchema = z.object({ undone: z.array(z.object({ call: z.uuid() })) });
const changedSomething = { status: "SUCCESS", changes: { not: [] } } as const;

/** The record of one person. `onLink` hears of each call whose undo link was set or emptied. */
export function activityOf(user: UserId, tx: Db = db, onLink: (call: Call) => void = () => {}) {
  async function get(id: string): Promise<Call | null> {
    const row = await tx.toolCallLog.findUnique({ where: { userId_id: { userId: user, id } } });
    return row && callFrom(row);
  }

  async function where(condition: object): Promise<Call[]> {
    const rows = await tx.toolCallLog.findMany({
      where: { userId: user, ...condition },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map(callFrom);
  }

  /** The calls of some replies, the oldest first. */
  const ofMessages = async (ids: string[]) => (ids.length === 0 ? [] : where({ messageId: { in: ids } }));

  /** What waits for the person's yes. */
  const pending = () => where({ status: "PENDING" });

  /** The last change that still counts. An undo isn't one: "undo" said twice takes back two changes. */
  async function lastChange(): Promise<Call | null> {
    const row = await tx.toolCallLog.findFirst({
      where: { userId: user, ...changedSomething, undoneById: null, toolName: { not: "undo_change" } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    return row && callFrom(row);
  }

  /** Holds these calls, so that of two undos of one call the second sees what the first did; tells what they are now. */
  async function lock(ids: string[]): Promise<Call[]> {
    const rows = await tx.$queryRaw<CallRow[]>`
      SELECT * FROM "ToolCallLog" WHERE "userId" = ${user}::uuid AND "id" = ANY(${ids}::uuid[])
      ORDER BY "createdAt", "id" FOR UPDATE`;
    return rows.map(callFrom);
  }

  async function link(ids: string[], by: string | null): Promise<Call[]> {
    const rows = await tx.toolCallLog.updateManyAndReturn({
      where: { userId: user, id: { in: ids }, status: "SUCCESS" },
      data: { undoneById: by },
    });
    return rows.map((row) => {
      const call = callFrom(row);
      onLink(call);
      return call;
    });
  }

  /**
   * Links calls to the undo that took them back. If one of them was an undo itself, what it had taken back counts again, and so on
   * down the chain.
   */
  async function markUndone(calls: Call[], by: string): Promise<void> {
    const ids = new Set(calls.map((call) => call.id));
    await link([...ids], by);
    for (const call of calls) await setCounts(call, false, ids);
  }

  async function setCounts(undo: Call, counts: boolean, except: Set<string>): Promise<void> {
    if (undo.toolName !== "undo_change") return;
    const result = undoResultSchema.safeParse(undo.result);
    const ids = (result.data?.undone ?? []).map(({ call }) => call).filter((id) => !except.has(id));
    if (ids.length === 0) return;
    for (const call of await link(ids, counts ? undo.id : null)) await setCounts(call, !counts, except);
  }

  return { ...listOf(user, tx), get, ofMessages, pending, lastChange, lock, markUndone };
}
