"use client";

import { useEffect, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Combobox } from "@/components/ui/combobox";
import { sayTime, wallTimeIn } from "@/lib/dates";
import { Section } from "./section";
import { useProfile } from "./use-profile";

/** Dates and times are read and shown in one zone, wherever the browser is. */
export function Zone() {
  const { timeZone, clock } = usePerson();
  const { said, save } = useProfile();
  const [zones, setZones] = useState([timeZone]);
  const [here, setHere] = useState(timeZone);

  // The list is the browser's own; the server may know other names.
  useEffect(() => {
    const browser = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setHere(browser);
    setZones([...new Set([...Intl.supportedValuesOf("timeZone"), timeZone, browser, "UTC"])].sort());
  }, [timeZone]);

  return (
    <Section title="Time zone" said={said}>
      {/* Its label stands beside it already, as the heading. */}
      <div className="relative [&_label]:sr-only">
        <Combobox
          label="Time zone"
          value={timeZone}
          options={zones.map((zone) => ({ value: zone, name: named(zone) }))}
          side={({ value }) => sayTime(wallTimeIn(value), clock)}
          change={(zone) => void save({ timeZone: zone })}
          hint={
            here === timeZone
              ? "Dates and times are read and shown in this zone."
              : `This browser is in ${named(here)}.`
          }
        />
      </div>
      {here === timeZone ? null : (
        <button
          type="button"
          onClick={() => void save({ timeZone: here })}
          className="justify-self-start font-medium text-accent underline underline-offset-3 pointer-coarse:py-2"
        >
          Use {named(here)}
        </button>
      )}
    </Section>
  );
}

const named = (zone: string) => zone.replaceAll("_", " ");
