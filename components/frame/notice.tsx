import type { ReactNode } from "react";

/** A page that has only one thing to say. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-h-[60dvh] content-center justify-items-center px-6 py-16">
      <div className="slip w-full max-w-110 px-8 py-7 [--hole:var(--color-paper)]">
        <h1 className="pb-2 font-display text-title">{title}</h1>
        <div className="grid justify-items-start gap-4 text-soft">{children}</div>
      </div>
    </div>
  );
}
