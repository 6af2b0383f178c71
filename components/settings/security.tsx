"use client";

import { useState } from "react";
import { ask } from "@/components/ask";
import type { Session } from "@/lib/auth/schema";
import { Password } from "./password";
import { Sessions } from "./sessions";

/** A new password ends other sessions, so the two know of each other. */
export function Security({ first }: { first: Session[] }) {
  const [sessions, setSessions] = useState(first);
  // A list that can't be read again stays as it was; what was done said so itself.
  const refresh = () =>
    ask<{ sessions: Session[] }>("/api/me/sessions").then(
      (answer) => setSessions(answer.sessions),
      () => {},
    );
  return (
    <>
      <Password changed={() => void refresh()} />
      <Sessions sessions={sessions} refresh={refresh} />
    </>
  );
}
