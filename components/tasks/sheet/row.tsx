import type { ReactNode } from "react";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";

/** How a field of the sheet looks: quiet until it is pointed at or written in. */
export const lineLook = cn(fieldLook, "h-8 text-base pointer-coarse:h-11");

type RowProps = { label: string; htmlFor?: string; id?: string; children: ReactNode };

/** A field of the sheet beside its name. */
export function Row({ label, htmlFor, id, children }: RowProps) {
  const look = "pt-1.5 text-small text-soft pointer-coarse:pt-3";
  return (
    <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2">
      {htmlFor ? (
        <label htmlFor={htmlFor} id={id} className={look}>
          {label}
        </label>
      ) : (
        <p id={id} className={look}>
          {label}
        </p>
      )}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
