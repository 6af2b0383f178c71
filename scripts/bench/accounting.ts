import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks per second in /proc: 100 on every Linux. */
const ticks = 100;

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // It ended in between.
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      textOf(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** Seconds of CPU that a process and all that it started have used, those that have ended among them. */
export function cpuOf(pid: number): number {
  const used = treeOf(pid).map((one) => {
    const stat = textOf(`/proc/${one}/stat`);
    // After the name in parentheses, which may hold spaces, field 3 comes first; utime, stime, cutime and cstime are 14 to 17.
    const times = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 15);
    return times.reduce((sum, time) => sum + Number(time), 0);
  });
  return used.reduce((sum, one) => sum + one, 0) / ticks;
}

/** Megabytes that a process holds in memory. */
export const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Seconds of CPU that the whole machine has used, and that its host has kept from it, since it started. */
export function machine(): { used: number; stolen: number } {
  const times = textOf("/proc/stat").split("\n", 1).join().split(/\s+/).slice(1).map(Number);
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0, stolen = 0] = times;
  return { used: (user + nice + system + interrupts + softInterrupts) / ticks, stolen: stolen / ticks };
}
