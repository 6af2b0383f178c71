import { ask, leaveFor } from "@/components/ask";

/** Signs out, and leaves nothing of the person in this browser: the server's answer clears what it may, this the rest. */
export async function signOut() {
  await ask("/api/session", { method: "DELETE" });
  forgetPerson();
  leaveFor("/login");
}

/** What this browser keeps is named by its person: what another one left behind, whose session ended, goes when somebody else comes. */
export function forgetOthers(user: string) {
  try {
    const isOthers = (key: string) => /^docket:\w+:[0-9a-f-]{36}/.test(key) && key.split(":")[2] !== user;
    for (const key of Object.keys(localStorage).filter(isOthers)) localStorage.removeItem(key);
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

/** Browsers obey Clear-Site-Data over https and on localhost only. */
export function forgetPerson() {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}
