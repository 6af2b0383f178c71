import { cn } from "@/lib/cn";

type MarginTimeProps = { at: string; className: string; children: string };

/** The hour in the margin of the ledger. A day may take a line of its own, and on a phone "am" and "pm" do; elsewhere "3:09 am" stays on one. */
export function MarginTime({ at, className, children }: MarginTimeProps) {
  const is12h = /[ap]m$/.test(children);
  return (
    <p
      className={cn(
        "figures text-faint text-micro",
        is12h && "pl-0! sm:whitespace-nowrap sm:[word-spacing:-0.3em]",
        className,
      )}
    >
      <time dateTime={at}>{children}</time>
    </p>
  );
}
