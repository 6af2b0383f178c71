import { eventMerger } from "./merged-events";

/**
 * Milliseconds before the second batch, doubled for each further one up to `every`; and the bytes after which the next one is not waited
 * for: a model that is so fast will soon be at its end.
 */
export const batchLimits = { first: 10, every: 80, enough: 8 * 1024 };

/**
 * `fetch` for a model that streams: from the first text on, what arrives is handed on in batches, because being woken for each
 * token costs more than the token. Between two batches nothing is read: the bytes wait in the connection's own buffer, which has a
 * bound and holds the sender back. What waits there when a connection is reset is lost, so at most a batch. Texts that arrive together are
 * handed on as one.
 */
export function batchedFetch(limits = batchLimits, fetched: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetched(input, init);
    const isStream = response.headers.get("content-type")?.includes("text/event-stream");
    if (!response.ok || !response.body || !isStream) return response;
    const { status, statusText, headers } = response;
    const body = new ReadableStream(new Batches(response.body, limits, init?.signal ?? undefined), {
      highWaterMark: 0,
    });
    return new Response(body, { status, statusText, headers });
  };
}

const noBytes = new Uint8Array();

type Controller = ReadableStreamDefaultController<Uint8Array>;

class Batches implements UnderlyingDefaultSource<Uint8Array> {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #isSpoken = firstWord();
  readonly #merger = eventMerger();
  #next: Promise<ReadableStreamReadResult<Uint8Array>> | undefined;
  /** When the next batch is due. */
  #due = 0;
  #wait: number;
  #wake: () => void = () => undefined;

  constructor(
    body: ReadableStream<Uint8Array>,
    readonly limits: typeof batchLimits,
    readonly signal: AbortSignal | undefined,
  ) {
    this.#reader = body.getReader();
    this.#wait = limits.first;
    signal?.addEventListener("abort", this.#hurry);
  }

  async pull(controller: Controller): Promise<void> {
    await this.#pause();
    const pieces: Uint8Array[] = [];
    let taken = 0;
    while (taken < this.limits.enough) {
      const read = taken === 0 ? await this.#read() : await this.#readIfThere();
      if (read === null) break;
      this.#next = undefined;
      if (read.done) return this.#close(controller, pieces);
      taken += read.value.length;
      pieces.push(read.value);
      if (!this.#isSpoken(read.value)) break;
    }
    const mayWait = this.#isSpoken(noBytes) && taken < this.limits.enough;
    this.#due = mayWait ? performance.now() + this.#wait : 0;
    if (mayWait) this.#wait = Math.min(2 * this.#wait, this.limits.every);
    // Also when no event is whole yet: a source that hands on nothing is not asked again.
    controller.enqueue(this.#merger.take(Buffer.concat(pieces)));
  }

  cancel(reason: unknown): Promise<void> {
    this.#hurry();
    this.signal?.removeEventListener("abort", this.#hurry);
    return this.#reader.cancel(reason);
  }

  readonly #hurry = (): void => {
    this.#due = 0;
    this.#wake();
  };

  #close(controller: Controller, pieces: Uint8Array[]): void {
    this.signal?.removeEventListener("abort", this.#hurry);
    for (const bytes of [this.#merger.take(Buffer.concat(pieces)), this.#merger.end()])
      if (bytes.length > 0) controller.enqueue(bytes);
    controller.close();
  }

  #pause(): Promise<void> | undefined {
    const wait = this.#due - performance.now();
    if (wait <= 0 || this.signal?.aborted) return;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    if (!this.#next) {
      this.#next = this.#reader.read();
      // An end or an error is passed on at once; what was handed on before is read first.
      this.#next.then(({ done }) => done && this.#hurry(), this.#hurry);
    }
    return this.#next;
  }

  /** Null when nothing waits, or when what comes next is an error: that is for the next time, after what was handed on. */
  #readIfThere(): Promise<ReadableStreamReadResult<Uint8Array> | null> {
    const nothing = new Promise<null>((resolve) => setImmediate(resolve, null));
    return Promise.race([this.#read().catch(() => null), nothing]);
  }
}

/** Whether these or earlier bytes hold text for the person, in one of OpenAI's two protocols. */
function firstWord() {
  const latin = new TextDecoder("latin1");
  let isSpoken = false;
  let before = "";
  return (bytes: Uint8Array): boolean => {
    if (isSpoken) return true;
    const text = before + latin.decode(bytes);
    isSpoken = /"response\.output_text\.delta"|"content": ?"[^"]/.test(text);
    before = text.slice(-40);
    return isSpoken;
  };
}
