"use client";

import { Copy } from "lucide-react";
import { IconButton } from "./button";
import { toast } from "./toast";

type CopyButtonProps = { text: string; label?: string; className?: string };

export function CopyButton({ text, label = "Copy", className }: CopyButtonProps) {
  return (
    <IconButton label={label} className={className} onClick={() => void copy(text)}>
      <Copy aria-hidden />
    </IconButton>
  );
}

/** Over plain http, other than on the same machine, a browser has no clipboard at all. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  } catch {
    toast("The browser did not allow copying. Select the text instead.", { wrong: true });
  }
}
