import { type ReactNode, useId } from "react";
import { Wrong } from "@/components/ui/field";
import { cn } from "@/lib/cn";

type Control = { id: string; "aria-invalid": boolean; "aria-describedby": string | undefined };
type EditorFieldProps = {
  label: string;
  wrong?: string | null;
  className?: string;
  children: (control: Control) => ReactNode;
};

/** A field of the editor under its small label, and below it why it was refused. */
export function EditorField({ label, wrong, className, children }: EditorFieldProps) {
  const id = useId();
  return (
    <div className={cn("grid content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-micro text-soft">
        {label}
      </label>
      {children({ id, "aria-invalid": Boolean(wrong), "aria-describedby": wrong ? `${id}-wrong` : undefined })}
      <Wrong id={`${id}-wrong`} className={wrong ? "mt-1 py-1! text-small" : ""}>
        {wrong}
      </Wrong>
    </div>
  );
}
