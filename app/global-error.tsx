"use client";

import "./globals.css";
import { Notice } from "@/components/frame/notice";
import { Button } from "@/components/ui/button";

export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <main>
          <Notice title="Docket did not load">
            <p>Nothing is lost. Try again; if it stays, the server’s log says why.</p>
            <Button kind="primary" onClick={reset}>
              Try again
            </Button>
          </Notice>
        </main>
      </body>
    </html>
  );
}
