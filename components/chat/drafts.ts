import { keep, readKept } from "./kept";

/**
 * What was typed and not yet sent, per person and conversation ("new" for one that has no address yet); it survives reloads and
 * failed sends. `Sending` is what was last sent from there without a word that it arrived.
 */
export type Sending = { text: string; messageId: string; conversationId: string };

const draftKey = (user: string, place: string) => `docket:draft:${user}:${place}`;
const sendingKey = (user: string, place: string) => `docket:sending:${user}:${place}`;

export const readDraft = (user: string, place: string) => readKept(draftKey(user, place));
export const keepDraft = (user: string, place: string, text: string) => keep(draftKey(user, place), text);

export function readSending(user: string, place: string): Sending | null {
  try {
    return JSON.parse(readKept(sendingKey(user, place)) || "null");
  } catch {
    return null;
  }
}

export const keepSending = (user: string, place: string, sending: Sending) =>
  keep(sendingKey(user, place), JSON.stringify(sending));

/** Names the draft of a question that is being written anew. */
export const editOf = (question: string) => `edit:${question}`;

/** It arrived: neither the id nor the text is needed any more. What was typed since stays. True when there was a text to take away. */
export function forgetSending(user: string, place: string): boolean {
  const sending = readSending(user, place);
  keep(sendingKey(user, place), "");
  const isDraft = sending !== null && readDraft(user, place).trim() === sending.text;
  if (isDraft) keepDraft(user, place, "");
  return isDraft;
}
