import { ask, leaveFor } from "@/components/ask";

/** Signs out, and leaves nothing of the person in this browser: the server's answer clears what it may, this the rest. */
export async function signOut() {
  await ask("/api/session", { method: "DELETE" });
  forgetPerson();
  leaveFor("/login");
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
