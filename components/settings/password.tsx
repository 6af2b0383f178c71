"use client";

import { type FormEvent, useState } from "react";
import { ask, Refused, sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Said, Section } from "./section";

/** The old password and a new one; every other place where the person is signed in is signed out. */
export function Password({ changed }: { changed: () => void }) {
  const { email } = usePerson();
  const [said, setSaid] = useState<Said>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    setBusy(true);
    setSaid(null);
    try {
      const body = { current: typed.get("current"), password: typed.get("password") };
      await ask("/api/me/password", { method: "POST", body });
      form.reset();
      setSaid({ text: "The password is changed. You are signed out everywhere else.", wrong: false });
      changed();
    } catch (error) {
      setSaid({ text: sentence(error), wrong: true });
      const field = error instanceof Refused && error.details.field === "password" ? "password" : "current";
      form.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title="Password" said={said}>
      <form method="post" onSubmit={submit} className="grid gap-4">
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field label="Current password" name="current" type="password" autoComplete="current-password" required />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          hint="At least 8 characters. Three or four words in a row make a good one."
        />
        <Button type="submit" disabled={busy} className="justify-self-start">
          Change password
        </Button>
      </form>
    </Section>
  );
}
