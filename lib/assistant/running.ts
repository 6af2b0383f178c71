import "server-only";
import type { UIMessageChunk } from "ai";
import { v7 } from "uuid";
import { failpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { appendBatch, type Ending, endReply, epochSize, type Lease, type Logged } from "./store";

/** Names this process in leases. */
export const instance = remember("instance", () => v7());

/** Milliseconds: at most one batch in this time, and at least one heartbeat (which renews the lease) in that. */
const batchEvery = 250;
const heartbeatEvery = 4_000;

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
  #writing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heartbeat: ReturnType<typeof setInterval>;

  constructor(readonly lease: Lease) {
    this.#seq = lease.epoch * epochSize;
    this.#heartbeat = setInterval(() => void this.flush(), heartbeatEvery);
  }

  emit(chunk: UIMessageChunk): void {
    this.#seq += 1;
    this.chunks.push({ seq: this.#seq, chunk });
    this.#wake();
    this.#timer ??= setTimeout(() => void this.flush(), batchEvery);
  }

  /** Writes what has gathered; resolves when it is committed. A failed write leaves it for the next one. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      if (this.state !== "running") return;
      const batch = this.chunks.slice(this.#logged);
      try {
        const held = await appendBatch(this.lease, batch);
        if (!held) return this.#close("lost");
        this.#logged += batch.length;
        if (held.stopRequested) this.stop();
      } catch (error) {
        // The lease decides: if the database stays away for longer than it lasts, the sweeper of any instance ends this reply.
        log.warn({ error, reply: this.lease.messageId }, "A batch of the reply log was not written");
      }
    });
    return this.#writing;
  }

  /** Commits the end together with the last chunks, and only then lets the tails see them. False: another process took over. */
  async end(ending: Ending, last: UIMessageChunk[]): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#writing;
    if (this.state !== "running") return false;
    const held = last.map((chunk) => ({ seq: ++this.#seq, chunk }));
    failpoint("before-finish-commit");
    const committed = await endReply(this.lease, ending, [...this.chunks.slice(this.#logged), ...held]);
    failpoint("after-finish-commit");
    if (committed) this.chunks.push(...held);
    this.#close(committed ? "ended" : "lost");
    return committed;
  }

  stop(): void {
    this.stopping.abort("stop");
  }

  /** Gives the reply up without a word to the database: the sweeper will end it. */
  abandon(): void {
    this.#close("lost");
  }

  #close(state: "ended" | "lost"): void {
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    if (this.state === "running") this.state = state;
    if (state === "lost") this.stopping.abort("lost");
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
