"use client";

import { ChevronDown } from "lucide-react";

export type Model = { id: string; name: string };

type ModelPickerProps = { models: Model[]; model: string | undefined; choose: (id: string) => void };

export function ModelPicker({ models, model, choose }: ModelPickerProps) {
  return (
    <span className="relative inline-flex min-w-0 items-center text-soft">
      <select
        aria-label="Model"
        value={model}
        onChange={(event) => choose(event.target.value)}
        className="field-sizing-content h-8 min-w-0 max-w-full appearance-none truncate rounded-control border border-transparent bg-transparent pr-6 pl-1.5 text-small hover:border-rule hover:text-ink focus-visible:border-rule pointer-coarse:h-11"
      >
        {models.map(({ id, name }) => (
          <option key={id} value={id} className="bg-sheet text-ink">
            {name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-1.5 size-3.5" />
    </span>
  );
}
