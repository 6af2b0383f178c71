"use client";

import { Notice } from "@/components/frame/notice";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <Notice title="This page did not load">
        <p>Nothing was changed and nothing is lost. Try again; if it stays, the server’s log says why.</p>
        <Button kind="primary" onClick={reset}>
          Try again
        </Button>
      </Notice>
    </main>
  );
}
