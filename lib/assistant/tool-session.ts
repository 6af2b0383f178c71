import "server-only";
import type { Call } from "@/lib/activity/schema";
import type { ToolName } from "@/lib/tools/registry";
import { type Caller, runTool } from "@/lib/tools/run";
import { argumentsProblem } from "./middleware";
import { escaped } from "./offline/say-task";
import type { Running } from "./running";

export const replyLimits = { steps: 12, calls: 25, identicalCalls: 3, misfits: 2 } as const;

type Outcome = { output: unknown } | { errorText: string } | { approvalId: string };

/** The tool calls of one run of a reply: passes them to runTool, one after the other, and remembers what came of each. */
export class ToolSession {
  readonly calls: Call[] = [];
  /** What each waiting call would do, in words made from the server's state. */
  readonly waiting: string[] = [];
  readonly outcomes = new Map<string, Outcome>();
  /** Set when a limit was reached: the model gets no further step. */
  looped = false;
  /** Set with it when a model kept sending arguments that don't fit, though it was told. */
  misfits = false;
  /** For each tool, the steps in a row whose arguments didn't fit. */
  readonly #misfits = new Map<ToolName, Set<string>>();
  #made: string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly reply: Running,
    readonly caller: Omit<Caller, "callId">,
  ) {}

  readonly run = (name: ToolName, input: unknown, callId: string): Promise<unknown> => {
    const turn = this.#last.then(() => this.#run(name, input, callId));
    this.#last = turn.catch(() => undefined);
    return turn;
  };

  /** Resolves when no call is being run any more: what has begun is never left half known. */
  settled(): Promise<unknown> {
    return this.#last;
  }

  async #run(name: ToolName, input: unknown, callId: string): Promise<unknown> {
    try {
      // Renews the lease and reads the stop flag: nothing is begun for somebody who has said stop, or by a process that was given up.
      await this.reply.flush();
      this.#admit(name, input);
      const result = await runTool(name, input, { ...this.caller, callId });
      if (result.call) {
        this.calls.push(result.call);
        this.reply.emit({ type: "data-call", id: result.call.id, data: result.call, transient: true });
      }
      if (result.status === "PENDING") {
        // Titles are data: what Markdown would read in them is taken literally.
        this.waiting.push(escaped(result.summary));
        this.outcomes.set(callId, { approvalId: result.call.id });
        throw new Error("This waits for the person's yes.");
      }
      this.#count(name, callId, result.status === "ERROR" && result.error.code === "invalid");
      if (result.status !== "SUCCESS") throw new Error(argumentsProblem(input) ?? result.error.message);
      this.outcomes.set(callId, { output: result.output });
      return result.output;
    } catch (error) {
      if (!this.outcomes.has(callId)) this.outcomes.set(callId, { errorText: (error as Error).message });
      throw error;
    }
  }

  /** A model may repair its arguments twice; calls of one step are one try, since it hears of all of them at once. */
  #count(name: ToolName, callId: string, isMisfit: boolean): void {
    const steps = this.#misfits.get(name) ?? new Set();
    this.#misfits.set(name, isMisfit ? steps.add(callId.split("c")[0] ?? "") : new Set());
    if (isMisfit && steps.size > replyLimits.misfits) this.looped = this.misfits = true;
  }

  #admit(name: ToolName, input: unknown): void {
    if (this.reply.why) throw new Error("The reply was ended before this call; it was not made.");
    const made = `${name} ${JSON.stringify(input)}`;
    this.#made.push(made);
    const identical = this.#made.filter((one) => one === made).length;
    if (this.#made.length > replyLimits.calls || identical > replyLimits.identicalCalls) {
      this.looped = true;
      throw new Error("Not made: this reply has made too many calls.");
    }
  }
}
