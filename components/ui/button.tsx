import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const kinds = {
  primary: "bg-accent text-on-accent hover:bg-accent-deep disabled:bg-tint disabled:text-faint",
  plain: "border border-edge bg-sheet text-ink hover:bg-tint disabled:border-rule disabled:text-faint",
  quiet: "text-soft hover:bg-tint hover:text-ink disabled:text-faint",
  danger: "border border-red text-red hover:bg-red-wash disabled:border-rule disabled:text-faint",
} as const;

type ButtonProps = ComponentProps<"button"> & { kind?: keyof typeof kinds; size?: "small" | "normal" };

export function Button({ kind = "plain", size = "normal", className, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(
        "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-medium transition-colors pointer-coarse:h-11 disabled:cursor-not-allowed",
        size === "small" ? "h-7 px-2.5 text-small" : "h-9 px-3.5 text-base",
        kinds[kind],
        className,
      )}
      {...props}
    />
  );
}

type IconButtonProps = ComponentProps<"button"> & { label: string };

/** A button that is only a picture; its label is what it is called and what the pointer shows. */
export function IconButton({ label, className, type = "button", ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "inline-grid size-8 shrink-0 place-items-center rounded-control text-soft transition-colors hover:bg-tint hover:text-ink disabled:text-faint pointer-coarse:size-11 [&_svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}
