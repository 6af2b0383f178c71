import "server-only";
import type { UIMessageChunk } from "ai";
import { v7 } from "uuid";
import { failpoint } from "@/lib/failpoint";
import { subscribe } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { patiently } from "@/lib/patience";
import { remember } from "@/lib/remember";
import { storableChunk } from "./storable";
import { type Ending, endReply, epochSize, type Lease, type Logged } from "./store";
import { append, inNextRound } from "./writer";

/** Names this process in leases. */
export const instance = remember("instance", () => v7());

/** Milliseconds between two batches, at most: a batch renews the lease also when it is empty. */
const heartbeatEvery = 4_000;
/** For so long an ended reply waits for a database that is away; after that it is the sweeper's. */
const endPatience = 30_000;

/** Why a reply is ended before its time: by the person, by a server that stops, or because another process owns it now. */
type Why = "stop" | "interrupted" | "lost";

/**
 * A reply that is being written by this process: its chunks so far, those who tail it, and the writer of its log.
 * Tails get a chunk from memory at once; the log gets it with the next batch. Only the end waits for the database.
 */
export class Running {
  readonly chunks: Logged[] = [];
  readonly stopping = new AbortController();
  readonly listeners = new Set<() => void>();
  /** "ended": the last chunk is there and committed. "lost": another process owns the reply now. */
  state: "running" | "ended" | "lost" = "running";
  #seq: number;
  #logged = 0;
  /** The reply is PROCESSING: so it is from the first batch on, or from the start when it was taken over. */
  #hasBegun: boolean;
  #isEnding = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #heartbeat: ReturnType<typeof setInterval>;
  readonly #unsubscribe: () => void;

  constructor(readonly lease: Lease) {
    this.#seq = lease.epoch * epochSize;
    this.#hasBegun = lease.epoch > 1;
    this.#heartbeat = setInterval(() => inNextRound(this), heartbeatEvery);
    // A stop that was asked for on any instance; should the notice be lost, the next batch reads the flag.
    this.#unsubscribe = subscribe(lease.user, (event) => {
      if (event.type === "reply" && event.state === "stop" && event.messageId === lease.messageId) this.stop();
    });
  }

  /** Shows a chunk to the tails at once and puts it down for the log; returns it as it can be stored. */
  emit(chunk: UIMessageChunk): UIMessageChunk {
    const logged = { seq: ++this.#seq, ...storableChunk(chunk) };
    this.chunks.push(logged);
    this.#wake();
    inNextRound(this);
    return logged.chunk;
  }

  /** Writes what has gathered; resolves when it is committed. A failed write leaves it for the next one. */
  flush(): Promise<void> {
    if (this.#isEnding) return this.#writing;
    this.#writing = this.#writing.then(() =>
      this.#write().catch((error) => {
        // The lease decides: if the database stays away for longer than it lasts, the sweeper of any instance ends this reply.
        log.warn({ error, reply: this.lease.messageId }, "A batch of the reply log was not written");
      }),
    );
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (this.state !== "running") return;
    const batch = this.chunks.slice(this.#logged);
    const written = await append({ lease: this.lease, chunks: batch });
    if (written === "lost") return this.#close("lost");
    this.#hasBegun = true;
    this.#logged += batch.length;
    if (written === "stop") this.stop();
  }

  /** Commits the end together with the last chunks, and only then lets the tails see them. False: another process took over. */
  async end(ending: Ending, last: UIMessageChunk[]): Promise<boolean> {
    // From here on the end writes what is left: a round between would log it twice.
    this.#isEnding = true;
    await this.#writing;
    const held = last.map((chunk) => ({ seq: ++this.#seq, ...storableChunk(chunk) }));
    failpoint("before-finish-commit");
    const committed = await patiently(async () => {
      // PENDING becomes PROCESSING with the first batch, for which a quick reply did not wait.
      if (!this.#hasBegun) await this.#write();
      return (
        this.state === "running" && (await endReply(this.lease, ending, [...this.chunks.slice(this.#logged), ...held]))
      );
    }, endPatience);
    failpoint("after-finish-commit");
    if (committed) this.chunks.push(...held);
    this.#close(committed ? "ended" : "lost");
    return committed;
  }

  stop(): void {
    this.#endEarly("stop");
  }

  /** Ends it as interrupted: this process is about to stop. */
  interrupt(): void {
    this.#endEarly("interrupted");
  }

  /** Why it is being ended before its time; undefined while it isn't. */
  get why(): Why | undefined {
    return this.stopping.signal.aborted ? this.stopping.signal.reason : undefined;
  }

  #endEarly(why: Why): void {
    if (!this.stopping.signal.aborted) this.stopping.abort(why);
  }

  /** Gives the reply up without a word to the database: the sweeper will end it. */
  abandon(): void {
    this.#close("lost");
  }

  #close(state: "ended" | "lost"): void {
    clearInterval(this.#heartbeat);
    if (this.state === "running") this.state = state;
    this.#unsubscribe();
    if (state === "lost") this.#endEarly("lost");
    running.delete(this.lease.messageId);
    this.#wake();
  }

  #wake(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The replies that this process writes, by message id. */
export const running = remember("running replies", () => new Map<string, Running>());

export function run(lease: Lease): Running {
  const reply = new Running(lease);
  running.set(lease.messageId, reply);
  return reply;
}
