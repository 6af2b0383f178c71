import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "@/components/frame/notice";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <main>
      <Notice title="There is nothing here">
        <p>The page or conversation doesn’t exist, or it was deleted.</p>
        <p className="flex flex-wrap gap-x-5 gap-y-2 font-medium text-accent [&_a]:underline [&_a]:underline-offset-3">
          <Link href="/">Go to a new chat</Link>
          <Link href="/tasks">Go to the tasks</Link>
        </p>
      </Notice>
    </main>
  );
}
