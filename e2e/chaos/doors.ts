import type { Person } from "@/e2e/people";
import { message, say, storedMessages, told, watch } from "./client";
import type { History } from "./history";
import { folded } from "./replays";
import type { Sql } from "./sql";

type Place = { conversationId: string; replyId: string | null };

/** One of each place in at most so many conversations, the newest first. */
async function placesOf(sql: Sql, { userId }: History, most: number): Promise<Place[]> {
  return sql<Place>(
    `SELECT c."id" AS "conversationId", (SELECT m."id" FROM "Message" m WHERE m."userId" = c."userId"
       AND m."conversationId" = c."id" AND m."role" = 'ASSISTANT' ORDER BY m."seq" DESC LIMIT 1) AS "replyId"
     FROM "Conversation" c WHERE c."userId" = $1 ORDER BY c."createdAt" DESC LIMIT $2`,
    [userId, most],
  );
}

/** I6, from outside: a late reader of the whole reply, or of the rest of it, is told what is stored, by each instance. */
export async function violationsOfReaders(
  sql: Sql,
  histories: History[],
  urls: string[],
  most = 20,
): Promise<string[]> {
  const found: string[] = [];
  for (const history of histories)
    for (const { conversationId, replyId } of await placesOf(sql, history, most)) {
      if (!replyId) continue;
      const stored = (await storedMessages(history.person, conversationId))?.find(({ id }) => id === replyId);
      for (const baseURL of urls) {
        const reader = history.person.at({ baseURL });
        const all = await watch(reader, { conversationId, replyId }, { within: 20_000 });
        if (!all.isWhole) found.push(`I6: ${baseURL} doesn't tell reply ${replyId} to its end.`);
        if (all.seen.length === 0) continue;
        if (
          JSON.stringify(sorted(folded(all.seen.map(({ chunk }) => chunk)))) !== JSON.stringify(sorted(stored?.parts))
        )
          found.push(`I6: ${baseURL} tells another reply ${replyId} than it stores.`);
        const half = Math.floor(all.seen.length / 2);
        const after = all.seen[half]?.seq ?? 0;
        const rest = await watch(reader, { conversationId, replyId, after }, { within: 20_000 });
        if (
          rest.seen.map(({ seq }) => seq).join() !==
          all.seen
            .slice(half + 1)
            .map(({ seq }) => seq)
            .join()
        )
          found.push(`I6: ${baseURL} tells another rest of reply ${replyId} after ${after}.`);
      }
    }
  return found;
}

/** With the fields of its objects in order, for comparing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** I8: what the stranger gets of other people's things. */
export async function violationsOfPrivacy(
  sql: Sql,
  histories: History[],
  stranger: Person,
  most = 10,
): Promise<string[]> {
  const found: string[] = [];
  for (const history of histories) {
    const calls = await sql<{ id: string }>('SELECT "id" FROM "ToolCallLog" WHERE "userId" = $1 LIMIT $2', [
      history.userId,
      most,
    ]);
    const places = await placesOf(sql, history, most);
    const paths = [
      ...places.map(({ conversationId }) => `/api/conversations/${conversationId}`),
      ...places.map(({ conversationId }) => `/api/conversations/${conversationId}/messages`),
      ...places.flatMap(({ conversationId, replyId }) =>
        replyId ? [`/api/chat/${conversationId}/stream?reply=${replyId}`] : [],
      ),
      ...calls.map(({ id }) => `/api/activity/${id}`),
    ];
    for (const path of paths) {
      const { status } = await told(stranger, "GET", path);
      if (status !== 404 && status !== 204) found.push(`I8: another person gets ${status} for ${path}.`);
    }
  }
  return found;
}

/** I9: every conversation takes a next message, and answers it. */
export async function violationsOfTheNextMessage(sql: Sql, histories: History[], most = 20): Promise<string[]> {
  const found: string[] = [];
  for (const history of histories)
    for (const { conversationId } of await placesOf(sql, history, most)) {
      const next = message(`[[script:hello]] ${crypto.randomUUID()}`, conversationId);
      const heard = await say(history.person, next, { within: 30_000 });
      const stored = await storedMessages(history.person, conversationId);
      const reply = stored?.find(({ id }) => id === heard.replyId);
      history.said.push(heard);
      if (heard.outcome !== "ok" || reply?.status !== "COMPLETED")
        found.push(
          `I9: conversation ${conversationId} took its next message with ${heard.statuses.join(", ")} and ended it as ${reply?.status}.`,
        );
    }
  return found;
}
