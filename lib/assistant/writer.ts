import "server-only";
import { remember } from "@/lib/remember";
import { appendBatch, appendBatches, type Batch, type Written } from "./store";

/** Milliseconds: what replies have to log gathers for so long, all of them together. */
const roundEvery = 250;

type Flushable = { flush(): Promise<void> };
type Asked = { batch: Batch; resolve: (written: Written) => void; reject: (error: unknown) => void };

/** One per process: a statement for each reply would be two thousand a second for five hundred of them. */
const writer = remember("reply log writer", () => ({
  due: new Set<Flushable>(),
  round: undefined as ReturnType<typeof setTimeout> | undefined,
  asked: [] as Asked[],
}));

/** Has a reply write its batch when the next round comes, together with all others that wait for it. */
export function inNextRound(reply: Flushable): void {
  writer.due.add(reply);
  writer.round ??= setTimeout(() => {
    const due = [...writer.due];
    writer.due.clear();
    writer.round = undefined;
    for (const one of due) void one.flush();
  }, roundEvery);
}

/** Writes a batch; those that are asked for in the same turn of the event loop go in one statement. */
export function append(batch: Batch): Promise<Written> {
  return new Promise((resolve, reject) => {
    if (writer.asked.push({ batch, resolve, reject }) === 1) setImmediate(() => void write());
  });
}

async function write(): Promise<void> {
  const asked = writer.asked;
  writer.asked = [];
  const [only] = asked;
  if (asked.length === 1 && only) return wait(only);
  try {
    const written = await appendBatches(asked.map(({ batch }) => batch));
    for (const [index, one] of asked.entries()) {
      const what = written[index] ?? "lost";
      if (what === "busy") void wait(one);
      else one.resolve(what);
    }
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

/** By itself: what one reply waits for must not hold up the others. */
const wait = ({ batch, resolve, reject }: Asked): Promise<void> => appendBatch(batch).then(resolve, reject);
