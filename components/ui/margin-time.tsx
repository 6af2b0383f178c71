import { cn } from "@/lib/cn";

type MarginTimeProps = { at: string; className: string; children: string };

/** The hour in the margin of the ledger. A day may take a line of its own; "3:09 am" stays on one. */
export function MarginTime({ at, className, children }: MarginTimeProps) {
  const is12h = /[ap]m$/.test(children);
  return (
    <p
      className={cn(
        "figures text-faint text-micro",
        is12h && "whitespace-nowrap pl-0! max-[36rem]:pr-1.5! max-[36rem]:tracking-tight",
        className,
      )}
    >
      <time dateTime={at}>{is12h ? children.replace(/ (?=[ap]m$)/, "\u202f") : children}</time>
    </p>
  );
}
