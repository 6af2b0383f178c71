import type { ReactNode } from "react";

export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="px-4 pt-6 pb-4 sm:px-6">
      <h1 className="font-display text-title tracking-[-0.01em]">{title}</h1>
      {children ? <p className="max-w-140 pt-1 text-soft">{children}</p> : null}
    </div>
  );
}
