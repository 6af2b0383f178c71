"use client";

import { type FormEvent, useState } from "react";
import { ask, leaveFor, sentence } from "@/components/ask";
import { forgetPerson } from "@/components/frame/leave";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Said, Section } from "./section";

const words = "delete everything";

/** For good, so it asks for the password and for the words of what it does. */
export function DeleteAccount() {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    setSaid(null);
    try {
      const body = { password: typed.get("password"), words: typed.get("words") };
      await ask("/api/me/delete", { method: "POST", body });
      forgetPerson();
      leaveFor("/register");
    } catch (error) {
      setSaid({ text: sentence(error), wrong: true });
      setBusy(false);
    }
  }

  return (
    <Section title="Delete account" said={said}>
      <p className="text-soft">
        Removes your account with every task, conversation and line of the record, at once and for good. There is no
        undo and no copy.
      </p>
      {isOpen ? (
        <form method="post" onSubmit={submit} className="grid gap-4">
          <Field label="Password" name="password" type="password" autoComplete="current-password" required autoFocus />
          <Field label={`Type “${words}”`} name="words" autoComplete="off" maxLength={100} required />
          <div className="flex gap-2">
            <Button type="submit" kind="danger" disabled={busy}>
              {busy ? "One moment…" : "Delete my account"}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <Button kind="danger" onClick={() => setOpen(true)} className="justify-self-start">
          Delete account…
        </Button>
      )}
    </Section>
  );
}
