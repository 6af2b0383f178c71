/** Milliseconds: until the first chunk, between two, and for a whole run of the model. */
const limits = { first: 30_000, gap: 20_000, total: 180_000 };

/** Ends a run that the person stops, that stalls, or that takes too long. Its signal is what the model's stream obeys. */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #total: ReturnType<typeof setTimeout>;
  #next: ReturnType<typeof setTimeout>;

  constructor(
    readonly stopping: AbortSignal,
    readonly onTimeout: () => void,
  ) {
    this.#total = setTimeout(this.#timeout, limits.total);
    this.#next = setTimeout(this.#timeout, limits.first);
    stopping.addEventListener("abort", this.abort);
    if (stopping.aborted) this.abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly abort = (): void => this.#controller.abort();

  sawChunk(): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(this.#timeout, limits.gap);
  }

  end(): void {
    clearTimeout(this.#next);
    clearTimeout(this.#total);
    this.stopping.removeEventListener("abort", this.abort);
  }

  readonly #timeout = (): void => {
    this.onTimeout();
    this.abort();
  };
}
