/** What was typed and not yet sent, per person and conversation; it survives reloads, sign-outs of the session and failed sends. */
const key = (user: string, conversation: string) => `docket:draft:${user}:${conversation}`;

export function readDraft(user: string, conversation: string): string {
  try {
    return localStorage.getItem(key(user, conversation)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(user: string, conversation: string, text: string) {
  try {
    if (text) localStorage.setItem(key(user, conversation), text);
    else localStorage.removeItem(key(user, conversation));
  } catch {
    // A browser that stores nothing still sends messages.
  }
}
