import type { Metadata } from "next";
import Link from "next/link";
import { Mark } from "@/components/frame/mark";
import { NothingHere } from "@/components/frame/nothing-here";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <main>
      <p className="px-4 pt-3 sm:px-6">
        <Link
          href="/"
          className="rounded-control pointer-coarse:inline-flex pointer-coarse:h-11 pointer-coarse:items-center"
        >
          <Mark />
        </Link>
      </p>
      <NothingHere why="This page doesn’t exist." />
    </main>
  );
}
