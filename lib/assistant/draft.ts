import "server-only";
import type { UIMessageChunk } from "ai";
import { messageLimits } from "@/lib/conversations/schema";
import { failpoint } from "@/lib/failpoint";
import { type Parts, textOf, withChunk } from "./parts";
import type { Running } from "./running";

/** Characters kept free for the sentence that says a reply was cut, or what a stop left undone. */
const reserve = 300;

/** A reply as it grows: each chunk goes into its parts and into its log alike, and text no further than the cap. */
export class Draft {
  /** The model has said something, not only called tools. */
  hasText = false;
  isCut = false;
  #characters: number;

  constructor(
    readonly reply: Running,
    public parts: Parts,
  ) {
    this.#characters = textOf(parts).length;
  }

  emit(chunk: UIMessageChunk): void {
    this.parts = withChunk(this.parts, this.reply.emit(chunk));
  }

  /** Text of the model, cut at 10,000 characters. */
  write(chunk: Extract<UIMessageChunk, { type: "text-delta" }>): void {
    if (this.isCut) return;
    const room = messageLimits.reply - reserve - this.#characters;
    this.#characters += chunk.delta.length;
    this.isCut = chunk.delta.length > room;
    const delta = this.isCut ? chunk.delta.slice(0, Math.max(room, 0)) : chunk.delta;
    this.hasText ||= delta.trim() !== "";
    if (delta) this.emit({ ...chunk, delta });
    failpoint("mid-stream");
  }

  /** A sentence of our own. */
  say(text: string): void {
    const id = `docket-${this.parts.length}`;
    this.emit({ type: "text-start", id });
    this.emit({ type: "text-delta", id, delta: text });
    this.emit({ type: "text-end", id });
  }
}
