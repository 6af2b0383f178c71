import "server-only";
import type { LanguageModelV4StreamPart, LanguageModelV4StreamResult } from "@ai-sdk/provider";
import { log } from "@/lib/log";
import { askedWait, BrokenOff, failureOf, isPassing } from "./failures";
import type { Watch } from "./watchdog";

/**
 * Milliseconds. The n-th further attempt of a run waits for `waits[n]`, give or take a quarter, unless the provider names a time.
 * `held`: parts that show nothing yet and are kept back; a model that thinks for longer is not asked again.
 */
export const retryLimits = { waits: [500, 1_500], longestWait: 30_000, held: 5_000 };

/**
 * Calls a model again when it failed before its first output, so that nobody sees anything twice. One of these serves a whole run
 * of a reply: its steps share the attempts. The error of the last attempt is thrown.
 */
export class Attempts {
  #repeated = 0;

  constructor(
    readonly watch: Watch,
    readonly limits = retryLimits,
  ) {}

  /** Resolves with the first output, which is then the first of the stream's parts that were not kept back. */
  async firstOutput(
    call: () => PromiseLike<LanguageModelV4StreamResult>,
    signal: AbortSignal | undefined,
  ): Promise<LanguageModelV4StreamResult> {
    for (;;) {
      this.watch.begin();
      try {
        return await this.#attempt(call);
      } catch (error) {
        this.watch.rest();
        const wait = signal?.aborted ? null : this.#waitAfter(error);
        if (wait === null) throw error;
        log.info({ code: failureOf(error).code, wait }, "The model failed before its first output and is asked again");
        await pause(wait, signal);
      }
    }
  }

  /** Null: this was the last attempt. */
  #waitAfter(error: unknown): number | null {
    const usual = this.limits.waits[this.#repeated];
    if (usual === undefined || !isPassing(error)) return null;
    this.#repeated += 1;
    const wait = askedWait(error) ?? usual * (0.75 + Math.random() / 2);
    return wait <= this.limits.longestWait ? wait : null;
  }

  async #attempt(call: () => PromiseLike<LanguageModelV4StreamResult>): Promise<LanguageModelV4StreamResult> {
    const result = await call();
    const reader = result.stream.getReader();
    const held: LanguageModelV4StreamPart[] = [];
    while (held.length < this.limits.held) {
      const part = await this.#next(reader);
      if (part.type === "error") {
        reader.cancel().catch(() => undefined);
        throw new BrokenOff(part.error);
      }
      held.push(part);
      if (isOutput(part)) break;
    }
    return { ...result, stream: this.#after(held, reader) };
  }

  /** The next part. A stream that breaks, or ends without saying how, throws. */
  async #next(reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart> {
    const { done, value } = await reader.read().catch((error: unknown) => {
      // A stop is told by its own error.
      throw error instanceof Error && error.name === "AbortError" ? error : new BrokenOff(error);
    });
    if (done || (value.type === "finish" && value.finishReason.unified === "interrupted")) throw new BrokenOff();
    // It comes with the headers, before the model has done anything.
    if (value.type !== "stream-start") this.watch.sawChunk();
    if (value.type === "finish") this.watch.rest();
    return value;
  }

  #after(held: LanguageModelV4StreamPart[], reader: ReadableStreamDefaultReader<LanguageModelV4StreamPart>) {
    let isFinished = false;
    return new ReadableStream<LanguageModelV4StreamPart>(
      {
        pull: async (controller) => {
          try {
            if (isFinished) return controller.close();
            const part = held.shift() ?? (await this.#next(reader));
            isFinished = part.type === "finish";
            controller.enqueue(part);
          } catch (error) {
            this.watch.rest();
            controller.error(error);
          }
        },
        cancel: (reason) => {
          this.watch.rest();
          return reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** Parts after which an attempt can't be undone: a person may have seen them, or a tool may run. */
function isOutput(part: LanguageModelV4StreamPart): boolean {
  switch (part.type) {
    case "stream-start":
    case "response-metadata":
    case "text-start":
    case "text-end":
    case "reasoning-start":
    case "reasoning-delta":
    case "reasoning-end":
    case "tool-input-start":
    case "tool-input-delta":
    case "tool-input-end":
    case "raw":
      return false;
    case "text-delta":
      return part.delta !== "";
    default:
      return true;
  }
}

/** Waits, unless the signal ends it. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
