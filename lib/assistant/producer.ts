import "server-only";
import { isStepCount, isToolUIPart, streamText, toUIMessageStream, type UIMessageChunk, wrapLanguageModel } from "ai";
import type { SignedIn } from "@/lib/auth/schema";
import { messageLimits } from "@/lib/conversations/schema";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import type { Today } from "@/lib/words/today";
import { aiTools } from "./ai-tools";
import { withChoices } from "./choices";
import { contextOf } from "./context";
import { Draft } from "./draft";
import { type Failure, failure, failureOf, misfits } from "./failures";
import { replyMiddleware } from "./middleware";
import { languageModel, type OfferedModel } from "./models";
import { closed, type Parts, stepsIn, textOf } from "./parts";
import { prompt } from "./prompt";
import type { Running } from "./running";
import type { ReplyMetadata } from "./schema";
import { sentenceOfCalls, stoppedSentence } from "./sentences";
import { spentWith } from "./spent";
import type { Ending } from "./store";
import { replyLimits, ToolSession } from "./tool-session";
import { Watchdog } from "./watchdog";

/** What a producer needs to know of its reply. `parts` and `outcomes`: what it holds already, when it goes on after an approval. */
export type Work = {
  user: SignedIn;
  today: Today;
  model: OfferedModel;
  /** The reply's place in its conversation; the model is sent what stands before it. */
  seq: number;
  /** The question, and the other replies to it and to its earlier wordings: what they have committed is not done again. */
  replyToId: string | null;
  earlier: string[];
  /** Those to its earlier wordings. */
  replaced: string[];
  /** The message that began the conversation, when it is this one's: then there is no history to read. */
  opening?: string;
  parts: Parts;
  outcomes: UIMessageChunk[];
  /** What its run before the approval took. */
  spent?: ReplyMetadata;
};

const cut = "This reply was cut here: it had reached the limit of 10,000 characters.";

/** Writes one reply from its first chunk to its end, whatever happens on the way. Never throws. */
export async function produce(reply: Running, work: Work): Promise<void> {
  const producer = new Producer(reply, work);
  try {
    await producer.write();
  } catch (error) {
    log.error({ error, reply: reply.lease.messageId }, "A reply could not be ended; the sweeper will");
    reply.abandon();
  }
}

class Producer {
  readonly #session: ToolSession;
  readonly #watchdog: Watchdog;
  readonly #started = Date.now();
  readonly #draft: Draft;
  readonly #metadata: ReplyMetadata;
  #failure: Failure | undefined;
  /** Why the reply ends before its time, for the person. */
  #notice = "";

  constructor(
    readonly reply: Running,
    readonly work: Work,
  ) {
    const { user, today, earlier: continues } = work;
    const { conversationId, messageId, epoch } = reply.lease;
    const { approval } = user.settings;
    const reader = { user: user.id, source: "CHAT" as const, today, approval };
    this.#session = new ToolSession(reply, { ...reader, conversationId, messageId, epoch, continues });
    this.#watchdog = new Watchdog(reply.stopping.signal, () => {
      this.#failure ??= failure("model_timeout");
    });
    this.#draft = new Draft(reply, work.parts);
    this.#metadata = { model: work.model.id, status: "PROCESSING" };
  }

  async write(): Promise<void> {
    const { messageId } = this.reply.lease;
    const first = this.reply.lease.epoch === 1;
    this.#draft.emit(
      first
        ? { type: "start", messageId, messageMetadata: this.#metadata }
        : { type: "message-metadata", messageMetadata: this.#metadata },
    );
    for (const chunk of this.work.outcomes) this.#draft.emit(chunk);
    try {
      await this.#stream();
    } catch (error) {
      // An abort is ours: a stop, a time limit, or the cap. Anything else broke.
      if (!this.#watchdog.signal.aborted) this.#fail(error);
    } finally {
      this.#watchdog.end();
    }
    await this.#session.settled();
    if (this.reply.state === "lost") return;
    this.#showOutcomes();
    await this.#end();
  }

  async #stream(): Promise<void> {
    const { user, today, model, parts } = this.work;
    const messages = await contextOf(this.work, this.reply.lease.conversationId, this.#draft.parts).catch((error) => {
      // Not the model's fault: it hasn't been asked yet.
      this.#failure = failure("internal");
      throw error;
    });
    const result = streamText({
      model: wrapLanguageModel({
        model: await languageModel(model, today),
        middleware: replyMiddleware(stepsIn(parts), this.#watchdog),
      }),
      instructions: prompt({ ...today, name: user.name, clock: user.settings.clock }),
      messages,
      tools: aiTools(this.#session.run),
      toolCallConcurrency: 1,
      stopWhen: [isStepCount(replyLimits.steps), () => this.#session.waiting.length > 0 || this.#session.looped],
      abortSignal: this.#watchdog.signal,
      // The middleware asks again, and only before the first output.
      maxRetries: 0,
      ...(model.provider === "openai" ? { providerOptions: { openai: { store: false } } } : {}),
      onError: ({ error }) => this.#fail(error),
      onEnd: ({ finishReason, usage }) => this.#note(finishReason, usage),
    });
    const chunks = toUIMessageStream({
      stream: result.stream,
      sendStart: false,
      sendFinish: false,
      sendReasoning: false,
    });
    for await (const chunk of chunks) this.#take(chunk);
  }

  /** One chunk of the model's run, on its way to the log. */
  #take(chunk: UIMessageChunk): void {
    switch (chunk.type) {
      case "error":
      case "abort":
        return;
      case "tool-input-error":
        this.#draft.emit({ ...chunk, errorText: `There is no tool “${chunk.toolName.slice(0, 60)}” here.` });
        return;
      case "text-delta":
        this.#metadata.firstTokenMs ??= Date.now() - this.#started;
        this.#draft.write(chunk);
        if (this.#draft.isCut) this.#watchdog.abort();
        return;
      case "text-end":
        for (const one of withChoices(chunk)) this.#draft.emit(one);
        return;
      case "tool-output-available":
      case "tool-output-error":
        this.#draft.emit(this.#outcomeOf(chunk.toolCallId) ?? chunk);
        void this.reply.flush();
        return;
      default:
        this.#draft.emit(chunk);
    }
  }

  #fail(error: unknown): void {
    if (this.#watchdog.signal.aborted) return;
    this.#failure ??= failureOf(error);
    log.warn({ error, reply: this.reply.lease.messageId, code: this.#failure.code }, "The model failed");
  }

  #note(finishReason: string, usage: { inputTokens?: number; outputTokens?: number }): void {
    this.#metadata.inputTokens = usage.inputTokens;
    this.#metadata.outputTokens = usage.outputTokens;
    if (finishReason === "tool-calls" && this.#session.waiting.length === 0) {
      this.#failure ??= this.#session.misfits ? misfits : failure("loop");
    }
    if (finishReason === "length") this.#notice = "The model ended here: it had reached its own limit of length.";
    if (finishReason === "content-filter") this.#notice = "The model's provider held back the rest of this reply.";
  }

  /** What really came of a call, in place of what the SDK made of it; undefined when the call never reached a tool. */
  #outcomeOf(toolCallId: string): UIMessageChunk | undefined {
    const outcome = this.#session.outcomes.get(toolCallId);
    if (!outcome) return undefined;
    if ("approvalId" in outcome) return { type: "tool-approval-request", toolCallId, approvalId: outcome.approvalId };
    if ("output" in outcome) return { type: "tool-output-available", toolCallId, output: outcome.output };
    return { type: "tool-output-error", toolCallId, errorText: outcome.errorText };
  }

  /** A call that finished while the stream was being stopped gets its outcome after all. */
  #showOutcomes(): void {
    for (const part of this.#draft.parts) {
      if (!isToolUIPart(part) || part.state !== "input-available") continue;
      const chunk = this.#outcomeOf(part.toolCallId);
      if (chunk) this.#draft.emit(chunk);
    }
  }

  #status(): Ending["status"] {
    if (this.reply.why === "interrupted") this.#failure = failure("interrupted");
    else if (this.reply.why) return "STOPPED";
    if (this.#failure) return "ERROR";
    return this.#session.waiting.length > 0 ? "AWAITING_APPROVAL" : "COMPLETED";
  }

  /** What the reply still has to say, so that nobody is left without a word. */
  #lastWords(status: Ending["status"]): string {
    if (status === "STOPPED") return stoppedSentence(this.#session.calls);
    if (status === "AWAITING_APPROVAL") return this.#session.waiting.join("\n\n");
    if (this.#draft.isCut) return cut;
    if (this.#notice || status === "ERROR" || this.#draft.hasText) return this.#notice;
    if (this.#session.calls.length > 0 || this.work.outcomes.length > 0) return sentenceOfCalls(this.#session.calls);
    return "The model gave no answer. Try asking in other words.";
  }

  async #end(): Promise<void> {
    const status = this.#status();
    const words = this.#lastWords(status);
    if (words) this.#draft.say(words);
    const parts = closed(this.#draft.parts);
    const metadata: ReplyMetadata = {
      ...spentWith(this.work.spent ?? {}, { ...this.#metadata, totalMs: Date.now() - this.#started }),
      status,
      ...(status === "ERROR" && this.#failure ? { error: this.#failure } : {}),
    };
    const last: UIMessageChunk =
      status === "AWAITING_APPROVAL"
        ? { type: "message-metadata", messageMetadata: metadata }
        : { type: "finish", messageMetadata: metadata };
    const content = textOf(parts).slice(0, messageLimits.reply);
    await this.reply.end({ status, parts, content, metadata }, [last]);
    const { user, conversationId, messageId } = this.reply.lease;
    publish(user, {
      type: "reply",
      conversationId,
      messageId,
      state: status === "AWAITING_APPROVAL" ? "waiting" : "ended",
    });
  }
}
