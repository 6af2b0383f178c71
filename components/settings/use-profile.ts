"use client";

import { useState } from "react";
import { ask, sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import type { Settings } from "@/lib/auth/schema";

type Profile = { name: string; timeZone: string; settings: Settings };
type Patch = Partial<Omit<Profile, "settings">> & {
  settings?: Partial<Omit<Settings, "reminders">> & { reminders?: Partial<Settings["reminders"]> };
};

/** Saves what was changed of the profile; the page goes on with what the server made of it. */
export function useProfile() {
  const { change } = usePerson();
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null);
  async function save(patch: Patch): Promise<boolean> {
    setSaid(null);
    try {
      const { name, timeZone, settings } = await ask<Profile>("/api/me", { method: "PATCH", body: patch });
      change({ name, timeZone, settings });
      document.documentElement.dataset.theme = settings.theme;
      setSaid({ text: "Saved.", wrong: false });
      return true;
    } catch (error) {
      setSaid({ text: sentence(error), wrong: true });
      return false;
    }
  }
  return { said, save };
}
