"use client";

import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import { Conflict } from "./conflict";
import { useSayValue } from "./say-value";
import type { Filled } from "./use-sheet";
import type { TypedField } from "./use-typed";
import { type FieldName, valuesOf } from "./values";

type FieldFootProps = { id: string; sheet: Filled; field: FieldName; typed?: TypedField };

/** What there is to say of a field, below it: why it was refused, what it became elsewhere, what is not saved yet. */
export function FieldFoot({ id, sheet, field, typed }: FieldFootProps) {
  const say = useSayValue(field);
  const wrong = sheet.wrongs[field];
  const mine = sheet.conflicts[field];
  return (
    <>
      <Wrong id={id} className={wrong ? "mt-1 py-1! text-small" : ""}>
        {wrong ?? null}
      </Wrong>
      {mine ? <Conflict sheet={sheet} field={field} mine={mine} drop={typed?.drop} /> : null}
      {typed?.isElsewhere && !mine ? (
        <p role="status" className="wrap-anywhere mt-1 border-ochre border-l-3 px-2 text-small text-soft">
          Changed elsewhere to “{shortened(say(valuesOf(sheet.detail.task)))}”. What you are writing stays.
        </p>
      ) : null}
      {typed && (typed.isKept || (wrong && typed.typed)) ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-soft">
          {wrong ? "What you wrote is kept." : "Not saved yet."}
          <Button kind="quiet" size="small" className="text-accent!" onClick={() => void typed.leave()}>
            Save
          </Button>
          <Button kind="quiet" size="small" onClick={typed.drop}>
            Discard
          </Button>
        </p>
      ) : null}
    </>
  );
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
