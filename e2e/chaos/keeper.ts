import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Known, known } from "@/scripts/processes.mjs";

export type Keeper = {
  /** This process, and its group, won't outlive us. */
  process(pid: number): Known;
  folder(path: string): void;
  /** Kills and removes what is left; done when all of it is gone. */
  end(): Promise<void>;
};

/** Somebody who ends what we have started when we are gone, even if we were killed. */
export function startKeeper(): Keeper {
  const words = [path.join(import.meta.dirname, "keep.mjs"), pathToFileURL("scripts/processes.mjs").href];
  // In a group of its own: Ctrl-C in a terminal is for us.
  const child = spawn(process.execPath, words, { detached: true, stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.unref();
  const tell = (what: object) => child.stdin.writable && child.stdin.write(`${JSON.stringify(what)}\n`);
  return {
    process(pid) {
      const one = known(pid);
      // Started at the very end, by something that did not know of it.
      if (!tell({ process: one })) process.kill(pid, "SIGKILL");
      return one;
    },
    folder: (folder) => void tell({ folder }),
    async end() {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}
