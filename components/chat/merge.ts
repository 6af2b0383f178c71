import type { StoredMessage } from "@/lib/conversations/schema";
import type { Shown } from "./to-chat";

/**
 * The server's newest page over what is shown: older messages stay, the page's own are the truth, and one that is equal keeps
 * its identity, so that it need not be drawn again. `isWhole` is false when nothing older than the page is shown.
 */
export function merged(now: readonly Shown[], page: readonly Shown[]): { messages: Shown[]; isWhole: boolean } {
  const known = new Map(now.map((message) => [message.id, message]));
  const fresh = page.map((message) => {
    const old = known.get(message.id);
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
  });
  const from = now.findIndex(({ id }) => id === page[0]?.id);
  return { messages: [...now.slice(0, Math.max(from, 0)), ...fresh], isWhole: from > 0 };
}

type Asked = { before?: number | undefined; archived?: boolean };

/** What stands before a page. Numbers begin at 1, and what is older than it without coming with the next one is archived. */
export function olderThan(
  { messages, more }: { messages: StoredMessage[]; more: boolean },
  { before = 1, archived = false }: Asked = {},
): { more: boolean; archive: boolean } {
  if (archived) return { more: false, archive: more };
  return { more, archive: !more && (messages[0]?.seq ?? before) > 1 };
}

export function withMessage(messages: readonly Shown[], message: Shown): Shown[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at < 0 ? [...messages, message] : messages.with(at, message);
}

/**
 * `above`: what stands before it on the page. `earlier`: the replies whose place it took, the last one first. `before`: the ids of all
 * replies before it to the same question, or to one that this took the place of.
 */
export type Entry = { message: Shown; earlier: Shown[]; before: string; above?: Shown | undefined };

/** What stands on the page; a question that was written anew takes its old wording away, with the replies to that. */
export function entriesOf(messages: readonly Shown[]): Entry[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const replaced = new Set(messages.flatMap(({ replacesId }) => replacesId ?? []));
  for (const { turn } of wordingsOf(messages)) for (const { id } of turn) replaced.add(id);
  let before: string[] = [];
  const entries = messages.map((message): Entry => {
    if (message.role === "user" && message.replacesId === undefined) before = [];
    const entry = { message, earlier: earlierOf(message, byId), before: before.join(" ") };
    if (message.role === "assistant") before = [...before, message.id];
    return entry;
  });
  return entries
    .filter(({ message }) => !replaced.has(message.id))
    .map((entry, at, shown) => ({ ...entry, above: shown[at - 1]?.message }));
}

function earlierOf({ role, replacesId }: Shown, byId: ReadonlyMap<string, Shown>): Shown[] {
  const before = replacesId === undefined || role === "user" ? undefined : byId.get(replacesId);
  return before ? [before, ...earlierOf(before, byId)] : [];
}

/** An earlier wording of a question: the question, unless it stands on an older page, and all replies to it. */
export type Wording = { of: string; question: Shown | null; turn: readonly Shown[] };

/**
 * The earlier wordings of the questions that were written anew, the last one first. Only the newest question can be, so what it replaces
 * stands right before it.
 */
export function wordingsOf(messages: readonly Shown[]): Wording[] {
  const found: Wording[] = [];
  let turn: Shown[] = [];
  for (const message of messages) {
    if (message.role === "user") {
      const { replacesId } = message;
      const question = turn.find(({ role }) => role === "user") ?? null;
      if (replacesId !== undefined && turn.length > 0 && (!question || question.id === replacesId)) {
        for (const one of found) if (one.of === replacesId) one.of = message.id;
        found.unshift({ of: message.id, question, turn });
      }
      turn = [];
    }
    turn = [...turn, message];
  }
  return found;
}
