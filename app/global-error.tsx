"use client";

import "./globals.css";
import { Notice } from "@/components/frame/notice";
import { Button } from "@/components/ui/button";

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <head>
        <title>Docket did not load</title>
      </head>
      <body>
        <main>
          <Notice title="Docket did not load">
            <p>Nothing is lost. Try again; if it stays, the server’s log says why.</p>
            <Button kind="primary" onClick={retry} className="pointer-coarse:h-11">
              Try again
            </Button>
          </Notice>
        </main>
      </body>
    </html>
  );
}
