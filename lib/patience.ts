import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { translateError } from "@/lib/errors";

/**
 * Does again what failed because the database was away or busy, for as many milliseconds; anything else is thrown at once. Only for work
 * that may be done twice: a statement whose commit was not acknowledged may have been carried out.
 */
export async function patiently<T>(work: () => Promise<T>, milliseconds: number): Promise<T> {
  const end = performance.now() + milliseconds;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (translateError(error).code !== "unavailable" || performance.now() > end) throw error;
      await sleep(Math.min(100 * 2 ** attempt, 1_000) * (0.75 + Math.random() / 2));
    }
  }
}
