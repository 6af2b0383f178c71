import { migrate } from "@/scripts/migrate";
import { Refusal } from "@/scripts/say.mjs";
import { dropDatabase, makeDatabase, scratchName, scratchServer } from "@/scripts/scratch";
import { aborted } from "@/scripts/stop-signal";

/**
 * Gives `work` a migrated scratch database, on a throwaway server or on TEST_DATABASE_URL's. The rooms of lib read the environment
 * when they first need it, so whoever uses them here imports them inside of `work`. Ctrl-C leaves nothing behind.
 */
export async function onScratchDatabase<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  const server = await scratchServer(process.env.TEST_DATABASE_URL);
  try {
    const name = scratchName("eval");
    const url = await makeDatabase(server.url, name);
    try {
      await migrate(url);
      process.env.DATABASE_URL = url;
      // What goes wrong inside is counted and shown with its dialogue.
      process.env.LOG_LEVEL ||= "silent";
      return await Promise.race([work(), aborted(signal).then(refuse)]);
    } finally {
      await dropDatabase(server.url, name);
    }
  } finally {
    await server.stop();
  }
}

function refuse(): never {
  throw new Refusal("Stopped.");
}
