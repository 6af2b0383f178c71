import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { remember } from "@/lib/remember";

/** What this process is at: whether it is about to stop, and how many requests it is answering. */
const state = remember("drain", () => ({ isDraining: false, requests: 0 }));

export const isDraining = (): boolean => state.isDraining;

export function beginDraining(): void {
  state.isDraining = true;
}

/** For work that would outlive this process: it belongs to the next one, or to another instance. */
export function refuseWhileDraining(): void {
  if (state.isDraining)
    throw new AppError("unavailable", "This server is about to stop. Try again in a moment.", { retryAfter: 2 });
}

/** Counts a request until its answer is made; a stream counts as answered when it begins. */
export async function counted<T>(work: () => Promise<T>): Promise<T> {
  state.requests += 1;
  try {
    return await work();
  } finally {
    state.requests -= 1;
  }
}

/** Resolves when no request is being answered any more, or after so many milliseconds. */
export async function quiet(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (state.requests > 0 && performance.now() < end) await sleep(20);
}
