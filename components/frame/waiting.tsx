import { cn } from "@/lib/cn";
import { PageHead } from "./page-head";

type WaitingProps = { title: string; lead?: string; ruled?: boolean; flush?: boolean };

/** A page whose content is on its way: its head where it will stand, and below it nothing that would jump. */
export function Waiting({ title, lead, ruled = true, flush }: WaitingProps) {
  return (
    <main aria-label={title} aria-busy className="flex min-h-0 flex-col overflow-hidden bg-sheet">
      <div className="mx-auto flex min-h-0 w-full max-w-200 flex-1 flex-col">
        <PageHead title={title} flush={flush}>
          {lead}
        </PageHead>
        <div className={cn("min-h-0 flex-1", ruled && "ledger")}>
          {/* A fast answer needs no word. */}
          <p role="status" className="ledger-row animate-[write_220ms_400ms_both]">
            <span />
            <span className="py-4 text-faint">Loading…</span>
          </p>
        </div>
      </div>
    </main>
  );
}
