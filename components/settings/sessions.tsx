"use client";

import { useState } from "react";
import { ask, sentence } from "@/components/ask";
import { signOut } from "@/components/frame/leave";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import type { Session } from "@/lib/auth/schema";
import { sayMoment } from "@/lib/dates";
import { sayDevice } from "./device";
import { type Said, Section } from "./section";

type SessionsProps = { sessions: Session[]; refresh: () => Promise<void> };

/** Where the person is signed in, and the way to end it, here or elsewhere. */
export function Sessions({ sessions, refresh }: SessionsProps) {
  const person = usePerson();
  const [said, setSaid] = useState<Said>(null);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);

  async function run(work: () => Promise<unknown>, done: string) {
    setSaid(null);
    try {
      await work();
      setSaid({ text: done, wrong: false });
    } catch (error) {
      setSaid({ text: sentence(error), wrong: true });
    }
    await refresh();
  }

  return (
    <Section title="Sessions" said={said}>
      <p className="text-soft">
        Where you are signed in. Signing out here also clears the drafts kept in this browser.
      </p>
      <ul className="border-rule border-t">
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isCurrent }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-rule border-b py-2.5">
            <div className="min-w-0">
              <p className="font-medium">
                {sayDevice(userAgent)}
                {isCurrent ? <span className="ml-2 text-accent text-small">This browser</span> : null}
              </p>
              <p className="figures text-faint text-small" suppressHydrationWarning>
                Since {sayMoment(createdAt, person)}, last seen {sayMoment(lastSeenAt, person)}
              </p>
            </div>
            {isCurrent ? (
              <Button size="small" onClick={() => void run(signOut, "Signed out.")} className="pointer-coarse:h-11">
                Sign out
              </Button>
            ) : (
              <Button
                size="small"
                aria-label={`Sign out of ${sayDevice(userAgent)}, since ${sayMoment(createdAt, person)}`}
                onClick={() => void run(() => ask(`/api/me/sessions/${id}`, { method: "DELETE" }), "Signed out there.")}
                className="pointer-coarse:h-11"
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Button
          onClick={() => void run(() => ask("/api/me/sessions", { method: "DELETE" }), "Signed out everywhere else.")}
          className="justify-self-start"
        >
          Sign out everywhere else
        </Button>
      ) : null}
    </Section>
  );
}
