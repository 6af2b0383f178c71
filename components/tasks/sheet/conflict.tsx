"use client";

import { useEffect, useRef, useState } from "react";
import { ask } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import type { ActivityPage } from "@/lib/activity/schema";
import { sayMoment } from "@/lib/dates";
import { whoDid } from "./record";
import { useSayValue } from "./say-value";
import type { Filled } from "./use-sheet";
import { type FieldName, fieldNames, same, type Values, valuesOf } from "./values";

type ConflictProps = { sheet: Filled; field: FieldName; mine: Partial<Values>; drop?: (() => void) | undefined };

/** A field that was changed here and elsewhere: both stand there until the person has chosen. */
export function Conflict({ sheet, field, mine, drop }: ConflictProps) {
  const theirs = valuesOf(sheet.detail.task);
  const say = useSayValue(field);
  const who = useWho(sheet.number, field);
  const box = useRef<HTMLDivElement>(null);

  async function keepMine() {
    const result = await sheet.save(field, mine, theirs);
    if (result === "saved" || result === "same") drop?.();
  }

  function takeTheirs() {
    sheet.decide(field);
    drop?.();
  }

  return (
    <div
      ref={box}
      role="alert"
      className="mt-1.5 grid gap-2 rounded-slip border-ochre border-l-3 bg-slip px-3 py-2.5 text-small"
    >
      <p>
        {fieldNames[field]} was changed meanwhile{who ? ` (${who})` : ""}. Nothing is lost: choose which one stays.
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-slip-ink">Theirs</dt>
        <dd className="wrap-anywhere max-h-40 overflow-y-auto whitespace-pre-wrap">{say(theirs)}</dd>
        <dt className="text-slip-ink">Yours</dt>
        <dd className="wrap-anywhere max-h-40 overflow-y-auto whitespace-pre-wrap">{say({ ...theirs, ...mine })}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={takeTheirs}>
          Take theirs
        </Button>
        <Button size="small" onClick={() => void keepMine()}>
          Keep mine
        </Button>
      </div>
    </div>
  );
}

/** Who changed the field last and when, if the record says so. */
function useWho(number: number, field: FieldName): string | null {
  const { timeZone, clock, today } = usePerson();
  const [who, setWho] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the two have met
  useEffect(() => {
    const controller = new AbortController();
    ask<ActivityPage>(`/api/activity?task=${number}&limit=20`, { signal: controller.signal }).then(
      ({ calls }) => {
        const call = calls.find(({ changes }) => changes.some((change) => changes && changed(change, number, field)));
        if (call) setWho(`${whoDid(call)}, ${sayMoment(call.createdAt, { timeZone, clock, today })}`);
      },
      // Without an answer nobody is named.
      () => {},
    );
    return () => controller.abort();
  }, [number, field]);
  return who;
}

type Changed = ActivityPage["calls"][number]["changes"][number];
const changed = ({ number: of, before, after }: Changed, number: number, field: FieldName) =>
  of === number && after !== null && (before === null || !same(valuesOf(before)[field], valuesOf(after)[field]));
