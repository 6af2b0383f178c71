"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { keepDraft, readDraft } from "./drafts";
import type { Model } from "./model-picker";

const keptAs = (place: string) => `model:${place}`;

/** The model of a conversation: what was chosen here, also before a message tells the server so; then its own; then the person's. */
export function useModel(models: Model[], from: string, own: string | null | undefined) {
  const { id: user, settings } = usePerson();
  const [chosen, setChosen] = useState<string | null>(null);
  const isOffered = (id: string | null | undefined) => models.some((model) => model.id === id);

  const look = useEffectEvent(() => {
    const kept = readDraft(user, keptAs(from));
    if (isOffered(kept)) setChosen(kept);
  });
  useEffect(() => look(), []);

  function choose(id: string, place: string) {
    setChosen(id);
    keepDraft(user, keptAs(place), id);
  }

  const model = [chosen, own, settings.model].find(isOffered) ?? models[0]?.id;
  return { model, choose, told: (place: string) => keepDraft(user, keptAs(place), "") };
}
