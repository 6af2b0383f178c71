import { keep, keysKept, readKept } from "./kept";

/** A message that waits to be sent. Its id is made when it begins to wait: however often it is sent, it is one message. */
export type Queued = { id: string; text: string; at: string };

/** Each stands by itself, so that two tabs never write over each other. Ids carry their time, so their order is the order of writing. */
const keyOf = (user: string, conversation: string, id = "") => `docket:queue:${user}:${conversation}:${id}`;

export const enqueue = (user: string, conversation: string, { id, text, at }: Queued) =>
  keep(keyOf(user, conversation, id), JSON.stringify({ text, at }));

export const dequeue = (user: string, conversation: string, id: string) => keep(keyOf(user, conversation, id), "");

/** As text, which stays the same while nothing changes. */
export function queueText(user: string, conversation: string): string {
  const prefix = keyOf(user, conversation);
  return JSON.stringify(keysKept(prefix).map((key) => [key.slice(prefix.length), readKept(key)]));
}

export const queueFrom = (text: string): Queued[] =>
  (JSON.parse(text) as [id: string, kept: string][]).flatMap(([id, kept]) => {
    const { text, at } = readOne(kept);
    return typeof text === "string" && typeof at === "string" ? [{ id, text, at }] : [];
  });

function readOne(kept: string): { text?: unknown; at?: unknown } {
  try {
    return JSON.parse(kept) ?? {};
  } catch {
    return {};
  }
}
