/**
 * What was typed and not yet sent, per person and conversation ("new" for one that has no address yet); it survives reloads and
 * failed sends. `Sending` is what was last sent from there without a word that it arrived.
 */
export type Sending = { text: string; messageId: string; conversationId: string };

const draftKey = (user: string, place: string) => `docket:draft:${user}:${place}`;
const sendingKey = (user: string, place: string) => `docket:sending:${user}:${place}`;

/** For a browser that stores nothing: it still sends messages, and remembers them until the page is left. */
const unstored = new Map<string, string>();

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? unstored.get(key) ?? "";
  } catch {
    return unstored.get(key) ?? "";
  }
}

function keep(key: string, value: string) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
}

export const readDraft = (user: string, place: string) => read(draftKey(user, place));
export const keepDraft = (user: string, place: string, text: string) => keep(draftKey(user, place), text);

export function readSending(user: string, place: string): Sending | null {
  try {
    return JSON.parse(read(sendingKey(user, place)) || "null");
  } catch {
    return null;
  }
}

export const keepSending = (user: string, place: string, sending: Sending) =>
  keep(sendingKey(user, place), JSON.stringify(sending));

/** It arrived: neither the id nor the text is needed any more. What was typed since stays. True when there was a text to take away. */
export function forgetSending(user: string, place: string): boolean {
  const sending = readSending(user, place);
  keep(sendingKey(user, place), "");
  const isDraft = sending !== null && readDraft(user, place).trim() === sending.text;
  if (isDraft) keepDraft(user, place, "");
  return isDraft;
}
