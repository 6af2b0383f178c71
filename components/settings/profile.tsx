"use client";

import { type FormEvent, useEffect, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Choice, Field } from "@/components/ui/field";
import { Section } from "./section";
import { useProfile } from "./use-profile";

export function Profile() {
  const person = usePerson();
  const { said, save } = useProfile();
  const [zones, setZones] = useState<string[]>([person.timeZone]);
  const [browserZone, setBrowserZone] = useState(person.timeZone);

  // The list is the browser's own; the server may know other names.
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setBrowserZone(here);
    setZones([...new Set([person.timeZone, here, "UTC", ...Intl.supportedValuesOf("timeZone")])]);
  }, [person.timeZone]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    void save({ name: String(typed.get("name")), timeZone: String(typed.get("timeZone")) });
  }

  return (
    <Section title="Profile" said={said}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" defaultValue={person.name} maxLength={100} autoComplete="name" />
        <Field label="E-mail" value={person.email} readOnly disabled className="text-soft" />
        <Choice
          key={zones.length}
          label="Time zone"
          name="timeZone"
          defaultValue={person.timeZone}
          hint={
            browserZone === person.timeZone
              ? "Dates and times are read and shown in this zone."
              : `This browser is in ${browserZone.replaceAll("_", " ")}. Dates follow the zone chosen here.`
          }
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Choice>
        <Button type="submit" kind="primary" className="justify-self-start">
          Save
        </Button>
      </form>
    </Section>
  );
}
