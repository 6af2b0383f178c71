"use client";

import { useId } from "react";
import { cn } from "@/lib/cn";
import type { Priority } from "@/lib/tasks/schema";
import { FieldFoot } from "./field-foot";
import { lineLook, Row } from "./row";
import { priorities } from "./say-value";
import type { Filled } from "./use-sheet";

const isPriority = (text: string): text is Priority => Object.hasOwn(priorities, text);

export function PriorityField({ sheet }: { sheet: Filled }) {
  const id = useId();
  return (
    <Row label="Priority" htmlFor={`${id}-choice`}>
      <select
        id={`${id}-choice`}
        aria-invalid={Boolean(sheet.wrongs.priority)}
        aria-describedby={sheet.wrongs.priority ? id : undefined}
        disabled={sheet.detail.task.deletedAt !== null}
        value={sheet.shown.priority}
        onChange={({ target }) => isPriority(target.value) && void sheet.save("priority", { priority: target.value })}
        className={cn(lineLook, "choice max-w-40 pr-7!")}
      >
        {Object.entries(priorities).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <FieldFoot id={id} sheet={sheet} field="priority" />
    </Row>
  );
}
