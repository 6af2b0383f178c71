"use client";

export type Model = { id: string; name: string };

type ModelPickerProps = { models: Model[]; model: string | undefined; choose: (id: string) => void };

export function ModelPicker({ models, model, choose }: ModelPickerProps) {
  return (
    <select
      aria-label="Model"
      value={model}
      onChange={(event) => choose(event.target.value)}
      className="h-8 max-w-full truncate rounded-control bg-transparent px-1.5 text-small text-soft hover:bg-tint"
    >
      {models.map(({ id, name }) => (
        <option key={id} value={id} className="bg-sheet text-ink">
          {name}
        </option>
      ))}
    </select>
  );
}
