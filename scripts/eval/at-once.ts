import { Refusal } from "@/scripts/say.mjs";

/** Does the work for each item, a few at a time, until `signal` says to stop; the results are in the order of the items. */
export async function atOnce<Item, Result>(
  items: Item[],
  most: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = items.entries();
  const worker = async () => {
    for (const [place, item] of waiting) {
      if (signal.aborted) throw new Refusal("Stopped.");
      results.set(place, await work(item));
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return items.flatMap((_, place) => (results.has(place) ? [results.get(place) as Result] : [])); // has() has looked
}
