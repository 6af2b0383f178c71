"use client";

import type { FormEvent } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "./section";
import { useProfile } from "./use-profile";

export function Profile() {
  const person = usePerson();
  const { said, save } = useProfile();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void save({ name: String(new FormData(event.currentTarget).get("name")) });
  }

  return (
    <Section title="Profile" said={said}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" defaultValue={person.name} maxLength={100} autoComplete="name" required />
        <Field
          label="E-mail"
          value={person.email}
          readOnly
          disabled
          className="border-transparent! bg-tint! text-soft"
        />
        <Button type="submit" kind="primary" className="justify-self-start">
          Save
        </Button>
      </form>
    </Section>
  );
}
