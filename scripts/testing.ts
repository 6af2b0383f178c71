import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder for one test, with a space in its name, that user postgres may pass through. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "docket test "));
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
