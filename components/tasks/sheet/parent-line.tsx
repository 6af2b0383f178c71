"use client";

import { Button } from "@/components/ui/button";
import { FieldFoot } from "./field-foot";
import { openTask } from "./open-task";
import { Row } from "./row";
import type { Filled } from "./use-sheet";

/** Which task this one is a part of: the way there, and the way out. */
export function ParentLine({ sheet }: { sheet: Filled }) {
  const { parent, task } = sheet.detail;
  if (!parent) return null;
  return (
    <Row label="Part of">
      <div className="flex items-start gap-1">
        <button
          type="button"
          onClick={() => openTask(parent.number)}
          className="wrap-anywhere min-w-0 flex-1 rounded-slip py-1.25 text-left text-accent underline underline-offset-2 pointer-coarse:py-2.75"
        >
          <span className="figures">#{parent.number}</span> {parent.title}
        </button>
        {task.deletedAt === null ? (
          <Button kind="quiet" size="small" onClick={() => void sheet.save("parent", { parent: null })}>
            Detach
          </Button>
        ) : null}
      </div>
      <FieldFoot id={`parent-${task.number}`} sheet={sheet} field="parent" />
    </Row>
  );
}
