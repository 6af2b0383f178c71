import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** `flush`: a table stands below that begins at the edge; in a narrow window the title begins with the words in it. */
type PageHeadProps = { title: string; flush?: boolean; children?: ReactNode };

export function PageHead({ title, flush = false, children }: PageHeadProps) {
  return (
    <div className="@container">
      <div className={cn("pt-6 pb-4", flush ? "px-3 @min-[50rem]:px-0" : "px-4 sm:px-6")}>
        <h1 className="font-display text-title tracking-[-0.01em]">{title}</h1>
        {children ? <p className="max-w-140 pt-1 text-soft">{children}</p> : null}
      </div>
    </div>
  );
}
