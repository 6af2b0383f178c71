"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Settings } from "@/lib/auth/schema";
import { dateIn, untilMidnight } from "@/lib/dates";
import { forgetOthers } from "./leave";

/** Who is signed in, as far as the interface needs it. */
export type Person = { id: string; name: string; email: string; timeZone: string; settings: Settings };
type Here = Person & { today: string; clock: Settings["clock"]; change: (now: Partial<Person>) => void };

const Context = createContext<Here | null>(null);

export function PersonProvider({ person, today, children }: { person: Person; today: string; children: ReactNode }) {
  const [changed, setChanged] = useState<Partial<Person>>({});
  const now = { ...person, ...changed };
  const [date, setDate] = useState(today);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = () => {
      clearTimeout(timer);
      setDate(dateIn(now.timeZone));
      timer = setTimeout(turn, untilMidnight(now.timeZone, new Date()));
    };
    turn();
    document.addEventListener("visibilitychange", turn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", turn);
    };
  }, [now.timeZone]);

  useEffect(() => forgetOthers(person.id), [person.id]);

  const change = (more: Partial<Person>) => setChanged((before) => ({ ...before, ...more }));
  return <Context value={{ ...now, today: date, clock: now.settings.clock, change }}>{children}</Context>;
}

export function usePerson(): Here {
  const person = useContext(Context);
  if (!person) throw new Error("usePerson() outside PersonProvider");
  return person;
}
