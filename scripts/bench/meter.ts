import { setTimeout as sleep } from "node:timers/promises";
import { cpuOf, machine, memoryOf } from "./accounting";
import { now } from "./clock";

type Pids = { app: number; postgres: number; model: number; client: number };

/** What some work has cost. Seconds of CPU, megabytes, and cores. */
export type Cost = {
  seconds: number;
  cpu: { [Name in keyof Pids]: number };
  memory: { before: number; peak: number };
  /** Cores that were busy with nothing of ours, and that the machine's host kept for itself. */
  others: number;
  stolen: number;
};

/** Seconds in which what comes after a reply, such as the conversation's name, is still counted. */
const aftermath = 0.7;

/** Reads what these processes use from now on; the answer stops it, which takes as long as the aftermath. */
export function startMeter(pids: Pids): () => Promise<Cost> {
  const read = () => ({
    cpu: { app: cpuOf(pids.app), postgres: cpuOf(pids.postgres), model: cpuOf(pids.model), client: cpuOf(pids.client) },
    own: process.cpuUsage(),
    machine: machine(),
    at: now(),
  });
  const memory = memoryOf(pids.app);
  let peak = memory;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(pids.app));
  }, 200);
  const before = read();
  return async () => {
    const seconds = (now() - before.at) / 1000;
    clearInterval(watch);
    await sleep(aftermath * 1000);
    const after = read();
    const cpu = {
      app: after.cpu.app - before.cpu.app,
      postgres: after.cpu.postgres - before.cpu.postgres,
      model: after.cpu.model - before.cpu.model,
      client: after.cpu.client - before.cpu.client,
    };
    const own = process.cpuUsage(before.own);
    const ours = cpu.app + cpu.postgres + cpu.model + cpu.client + (own.user + own.system) / 1e6;
    const elapsed = (after.at - before.at) / 1000;
    return {
      seconds,
      cpu,
      memory: { before: Math.round(memory), peak: Math.round(peak) },
      others: Math.max(0, (after.machine.used - before.machine.used - ours) / elapsed),
      stolen: (after.machine.stolen - before.machine.stolen) / elapsed,
    };
  };
}
