import type { ReactNode } from "react";
import { Wrong } from "@/components/ui/field";

/** What came of the last change. */
export type Said = { text: string; wrong: boolean } | null;

type SectionProps = { title: string; said: Said; children: ReactNode };

export function Section({ title, said, children }: SectionProps) {
  return (
    <section
      aria-label={title}
      className="grid gap-4 border-rule border-t py-6 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-8"
    >
      <h2 className="font-display text-head">{title}</h2>
      <div className="grid max-w-100 content-start gap-4">
        {children}
        <Wrong>{said?.wrong ? said.text : null}</Wrong>
        <p role="status" className="-mt-4 text-accent text-small empty:hidden">
          {said && !said.wrong ? said.text : null}
        </p>
      </div>
    </section>
  );
}
