import { setTimeout as sleep } from "node:timers/promises";
import { db, type Prisma, type Tx } from "./client";
import { isWorthRetrying } from "./refusal";

type Options = { isolationLevel?: Prisma.TransactionIsolationLevel };

const retries = 3;

/**
 * All of `work` or nothing. A deadlock or a serialization failure runs it again from the start, up to three times, so it
 * must not do anything that can't be done twice; and never await a model in it: it may take 10 seconds.
 */
export const inTransaction = <T>(work: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> =>
  retried(() => db.$transaction(work, { timeout: 10_000, maxWait: 5_000, ...options }));

/** The same for a single statement, which is a transaction by itself. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === retries || !isWorthRetrying(error)) throw error;
      // Those who met once would meet again if they all waited equally long.
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}
