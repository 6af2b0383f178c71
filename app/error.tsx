"use client";

import { Notice } from "@/components/frame/notice";
import { Button } from "@/components/ui/button";

type ErrorPageProps = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  // A part of the page that is of an older build is no longer there.
  const isOld = error instanceof Error && error.name === "ChunkLoadError";
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main>
      <Notice title="This page did not load">
        <p>
          {isOld
            ? "A part of it could not be fetched: there is no connection, or Docket has been updated. What you typed is kept."
            : "Nothing was changed and nothing is lost. Try again; if it stays, the server’s log says why."}
        </p>
        {digest ? <p className="figures text-faint text-small">In the log: {digest}</p> : null}
        <div className="flex flex-wrap items-center gap-4">
          <Button kind="primary" onClick={isOld ? () => location.reload() : retry} className="pointer-coarse:h-11">
            {isOld ? "Reload" : "Try again"}
          </Button>
          {/* Whatever went wrong is left behind by a page that is loaded anew. */}
          <a href="/" className="font-medium text-accent underline underline-offset-3">
            Go to a new chat
          </a>
        </div>
      </Notice>
    </main>
  );
}
