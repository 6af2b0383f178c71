/** Milliseconds: until the first chunk of an answer, between two, and for a whole run of a reply. */
export const watchLimits = { first: 30_000, gap: 20_000, total: 180_000 };

/** What is told of each call to the model: it begins, a chunk of its answer came, nothing is waited for any more. */
export type Watch = Pick<Watchdog, "begin" | "sawChunk" | "rest">;

/**
 * Ends a run that the person stops, that stalls, or that takes too long. Its signal is what the model's stream obeys.
 * Between `rest` and `begin` nothing is expected of the model: a tool runs, or a further attempt has to wait.
 */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #total: ReturnType<typeof setTimeout>;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;

  constructor(
    readonly stopping: AbortSignal,
    readonly onTimeout: () => void,
    readonly limits = watchLimits,
  ) {
    this.#total = setTimeout(this.#timeout, limits.total);
    this.#expect(limits.first);
    stopping.addEventListener("abort", this.abort);
    if (stopping.aborted) this.abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly abort = (): void => {
    this.rest();
    clearTimeout(this.#total);
    this.#controller.abort();
  };

  /** The model is called: its time to the first chunk begins anew. */
  begin(): void {
    this.#isResting = false;
    this.#expect(this.limits.first);
  }

  sawChunk(): void {
    if (!this.#isResting) this.#expect(this.limits.gap);
  }

  rest(): void {
    this.#isResting = true;
    clearTimeout(this.#next);
  }

  end(): void {
    this.rest();
    clearTimeout(this.#total);
    this.stopping.removeEventListener("abort", this.abort);
  }

  #expect(within: number): void {
    clearTimeout(this.#next);
    if (!this.signal.aborted) this.#next = setTimeout(this.#timeout, within);
  }

  readonly #timeout = (): void => {
    this.onTimeout();
    this.abort();
  };
}
