// Loaded by `node --import` before the server: kills the process the nth time it comes by a place of lib/failpoint.ts.
// FAILPOINT=name, name:nth, or name:nth:SIGSTOP for a process that is paused there instead.
import { writeSync } from "node:fs";

const [name, nth = "1", signal = "SIGKILL"] = (process.env.FAILPOINT ?? "").split(":");
let calls = 0;

/** @param {string} reached */
globalThis.docketFailpoint = (reached) => {
  if (reached !== name) return;
  calls += 1;
  if (calls !== Number(nth)) return;
  writeSync(2, `failpoint ${name}:${nth}\n`);
  process.kill(process.pid, signal);
};
