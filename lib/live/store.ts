import "server-only";
import { Client } from "pg";
import { db } from "@/lib/db/client";
import { sessionAddress, sessionLimits } from "@/lib/db/connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const channel = "docket";
const checkEvery = 30_000;
const slowestRetry = 10_000;

/** Tells the other instances; one statement on the pool, so never inside anybody's transaction. */
export async function notify(payloads: string[]): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, p) FROM unnest(${payloads}::text[]) AS p`;
}

type Ears = { heard: (payload: string) => void; connected: () => void };

/**
 * Keeps one LISTEN connection, direct to PostgreSQL, for as long as the process lives or until the returned function is
 * called. It comes back by itself; `connected` is told each time, since notices may have been missed before.
 */
export function listen({ heard, connected }: Ears): () => Promise<void> {
  let client: Client | null = null;
  let closed = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const mine = new Client({
      ...sessionLimits,
      connectionString: sessionAddress(env.DATABASE_URL),
      query_timeout: 5_000,
      keepAlive: true,
      application_name: "docket listen",
    });
    client = mine;
    mine.on("notification", ({ payload }) => payload !== undefined && heard(payload));
    mine.on("error", (error) => lost(mine, error));
    mine.on("end", () => lost(mine));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${channel}`);
      if (client !== mine) return;
      failures = 0;
      connected();
      check(mine);
    } catch (error) {
      lost(mine, error);
    }
  }

  // A connection that died without a word (a black hole) shows itself only when it is asked.
  function check(mine: Client): void {
    timer = setTimeout(() => {
      mine.query("SELECT 1").then(
        () => client === mine && check(mine),
        (error: unknown) => lost(mine, error),
      );
    }, checkEvery).unref();
  }

  function lost(mine: Client, error?: unknown): void {
    if (client !== mine) return;
    client = null;
    clearTimeout(timer);
    mine.end().catch(() => {});
    if (closed) return;
    if (failures === 0) log.warn({ error }, "The live connection to PostgreSQL is lost; trying again.");
    const wait = Math.min(250 * 2 ** failures, slowestRetry) * (0.75 + Math.random() / 2);
    failures += 1;
    timer = setTimeout(() => void connect(), wait).unref();
  }

  void connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end().catch(() => {});
  };
}
