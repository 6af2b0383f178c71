import path from "node:path";
import { build, isBuilt } from "./build";
import { releaseLock, takeLock } from "./lock.mjs";
import { say, step } from "./say.mjs";

const root = path.dirname(import.meta.dirname);
const state = path.join(root, ".docket");

/** A production build of these sources, for what tests or measures it. Not while `npm start` serves from this folder: its files would change under it. */
export async function freshBuild(command: string, signal: AbortSignal): Promise<void> {
  if (isBuilt(root)) return say("The build is of these sources.");
  await takeLock(state, command);
  try {
    await step("Building, about a minute", "Built", () => build(root, signal));
  } finally {
    releaseLock(state);
  }
}
