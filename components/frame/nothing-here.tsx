import Link from "next/link";
import { Notice } from "./notice";

/** In place of what isn't there, with the ways on. */
export function NothingHere({ why }: { why: string }) {
  return (
    <Notice title="There is nothing here">
      <p>{why}</p>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2 font-medium">
        <Link
          href="/"
          className="inline-flex h-9 items-center rounded-control bg-accent px-3.5 text-on-accent hover:bg-accent-deep pointer-coarse:h-11"
        >
          Go to a new chat
        </Link>
        <Link
          href="/tasks"
          className="inline-flex items-center text-accent underline underline-offset-3 pointer-coarse:h-11"
        >
          Go to the tasks
        </Link>
      </p>
    </Notice>
  );
}
