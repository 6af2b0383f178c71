import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

export const fieldLook =
  "w-full rounded-control border border-edge bg-well px-2.5 text-ink transition-colors hover:border-soft focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-red";

type Extra = { label: string; hint?: ReactNode };

function Labelled({ id, label, hint, children }: Extra & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-small text-soft">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-faint text-small">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function Field({ label, hint, className, ...props }: ComponentProps<"input"> & Extra) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(fieldLook, "h-10 pointer-coarse:h-11", className)}
        {...props}
      />
    </Labelled>
  );
}

export function Choice({ label, hint, className, ...props }: ComponentProps<"select"> & Extra) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(fieldLook, "choice h-10 pr-7! pointer-coarse:h-11", className)}
        {...props}
      />
    </Labelled>
  );
}

/** What went wrong, beside what it is about. Always mounted, so that a screen reader hears the sentence arrive. */
export function Wrong({ id, children, className }: { id?: string; children?: ReactNode; className?: string }) {
  return (
    <div
      id={id}
      role="alert"
      className={cn(children ? "border-red border-l-3 bg-red-wash px-3 py-2 text-red" : "", className)}
    >
      {children}
    </div>
  );
}
