"use client";

import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import type { Filled } from "./use-sheet";

/** What was done last, said quietly, with the way back beside it. */
export function SavedLine({ sheet }: { sheet: Filled }) {
  const { said } = sheet;
  return (
    <div className="flex min-h-10 items-center gap-2 border-rule border-t px-4 pointer-coarse:min-h-13">
      <p role="status" className="min-w-0 truncate text-small text-soft">
        {said?.text ?? ""}
      </p>
      {said?.call ? (
        <Button
          kind="quiet"
          size="small"
          className="text-accent!"
          onClick={() => said.call && void sheet.undo(said.call.id)}
        >
          <Undo2 aria-hidden className="size-3.5" />
          Undo
        </Button>
      ) : null}
      <Wrong className={sheet.wrongs.saved ? "my-1 flex-1 py-1! text-small" : ""}>{sheet.wrongs.saved}</Wrong>
    </div>
  );
}
