"use client";

import { useId } from "react";
import { usePerson } from "@/components/frame/person";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import {
  daysOf,
  type Filters,
  ownDays,
  sourceOptions,
  spanOf,
  statusOptions,
  toolOptions,
  whenOptions,
} from "./filters";

type MenusProps = { filters: Filters; set: (change: Filters) => void; isSheet?: boolean };

/** Who, what, how it went, when: side by side over the record, one below the other in the sheet of a phone. */
export function FilterMenus({ filters, set, isSheet = false }: MenusProps) {
  const { today } = usePerson();
  const { source = "", tool = "", status = "", from, to } = filters;
  const span = spanOf(filters, today);
  const chooseSpan = (span: string) =>
    set(
      span === ownDays
        ? { from: from ?? today, to: to ?? today }
        : { from: undefined, to: undefined, ...daysOf(span, today) },
    );
  return (
    <>
      <Pick label="Who" value={source} options={sourceOptions} isSheet={isSheet} set={(source) => set({ source })} />
      <Pick label="What" value={tool} options={toolOptions} isSheet={isSheet} set={(tool) => set({ tool })} />
      <Pick
        label="Outcome"
        value={status}
        options={statusOptions}
        isSheet={isSheet}
        set={(status) => set({ status })}
      />
      <Pick label="When" value={span} options={whenOptions} isSheet={isSheet} set={chooseSpan} />
      {span === ownDays ? (
        <span className={cn("flex items-center gap-1.5", isSheet && "grid grid-cols-2 gap-3")}>
          <Day label="From" value={from} isSheet={isSheet} set={(from) => set({ from })} />
          <Day label="To" value={to} isSheet={isSheet} set={(to) => set({ to })} />
        </span>
      ) : null}
    </>
  );
}

type Options = readonly (readonly [value: string, name: string])[];
type PickProps = {
  label: string;
  value: string;
  options: Options;
  isSheet: boolean;
  set: (value: string | undefined) => void;
};

const small = "w-auto! h-8 text-small pointer-coarse:h-11";
const chosen = "border-accent bg-accent-wash font-semibold";

function Pick({ label, value, options, isSheet, set }: Omit<PickProps, "set"> & { set: (value: string) => void }) {
  const id = useId();
  return (
    <span className={isSheet ? "grid gap-1.5" : "contents"}>
      <label htmlFor={id} className={isSheet ? "font-medium text-small text-soft" : "sr-only"}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => set(event.target.value)}
        className={cn(fieldLook, "choice pr-7!", isSheet ? "h-11" : small, value !== "" && chosen)}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

type DayProps = { label: string; value: string | undefined; isSheet: boolean; set: (value: string) => void };

function Day({ label, value = "", isSheet, set }: DayProps) {
  const id = useId();
  return (
    <span className={isSheet ? "grid min-w-0 gap-1.5" : "flex items-center gap-1.5"}>
      <label htmlFor={id} className="text-small text-soft">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        max="9999-12-31"
        onChange={(event) => event.target.value && set(event.target.value)}
        className={cn(fieldLook, isSheet ? "h-11" : small)}
      />
    </span>
  );
}
