import { randomInt } from "node:crypto";
import { isFree } from "@/scripts/ports";

/**
 * A free port below those that the system gives to outgoing connections: what listens there may stop and start again
 * without finding its place taken.
 */
export async function steadyPort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 32_000);
    if (await isFree(port)) return port;
  }
}
