"use client";

import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from "react";
import { ask, sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import { cn } from "@/lib/cn";

type AccountFormProps = { action: "/api/session" | "/api/users"; verb: string; next: string; children: ReactNode };

/** Signing in and signing up are the same walk: send what was typed, keep it on a refusal, load the app anew on a yes. */
export function AccountForm({ action, verb, next, children }: AccountFormProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // A submit before the script has loaded would empty the fields.
  const isAwake = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ""));
    setBusy(true);
    setWrong(null);
    try {
      const zone = action === "/api/users" ? { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {};
      await ask(action, { method: "POST", body: { ...typed, ...zone } });
      location.assign(next);
    } catch (error) {
      setWrong(sentence(error));
      setBusy(false);
    }
  }

  return (
    // `post` matters before the script has loaded: a plain submit must not put the password into the address.
    <form method="post" onSubmit={send} className="grid gap-4">
      {children}
      <Wrong>{wrong}</Wrong>
      <Button
        type="submit"
        kind="primary"
        disabled={busy || !isAwake}
        className={cn("h-10 w-full", !busy && "disabled:bg-accent! disabled:text-on-accent!")}
      >
        {busy ? "One moment…" : verb}
      </Button>
    </form>
  );
}
