import { v7 } from "uuid";
import { reply } from "@/lib/assistant/reply";
import type { SignedIn } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { callsOfReply } from "@/lib/tools/calls";
import type { Today } from "@/lib/words/today";
import { claimsChange } from "./claims";
import { instantOfReference } from "./clock";
import type { Gold } from "./gold";
import { changesBy, giveTasks, makePerson, stateOf } from "./people";
import type { DialoguePrediction, StateTask, ToolUse, TurnPrediction } from "./prediction";

type Dialogue = Gold["dialogues"];

/** Between two messages of a person, in milliseconds. */
const pause = 1_000;

/** A dialogue with the real assistant: every turn is stored, answered, logged and awaited to its end. What fails is part of the answer. */
export async function holdDialogue(dialogue: Dialogue, model: string): Promise<DialoguePrediction> {
  const start = performance.now();
  const turns: TurnPrediction[] = [];
  let final: StateTask[] = [];
  let error: string | undefined;
  try {
    const person = await makePerson(dialogue.timezone);
    const today = { now: instantOfReference(dialogue), timeZone: dialogue.timezone };
    await giveTasks(person.id, dialogue.initial, today);
    const conversation = new Conversation(person, model, today);
    for (const { user, must_ask } of dialogue.turns) {
      turns.push(await conversation.turn(user, { confirms: dialogue.auto_confirm && !must_ask }));
    }
    final = await stateOf(person.id);
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  return { id: dialogue.id, final, turns, ms: performance.now() - start, ...(error !== undefined && { error }) };
}

/** What was answered to one message, and the calls that it took. */
type Answer = { replyId: string; text: string; ms: number };

class Conversation {
  readonly #id = v7();
  #now: number;

  constructor(
    readonly person: SignedIn,
    readonly model: string,
    today: Today,
  ) {
    this.#now = today.now.getTime();
  }

  /** `confirms`: a question before anything has changed is answered with "yes", once. */
  async turn(user: string, { confirms }: { confirms: boolean }): Promise<TurnPrediction> {
    const { id } = this.person;
    const [before, changes] = await Promise.all([stateOf(id), changesBy(id)]);
    const answers = [await this.#send(user)];
    let state = await stateOf(id);
    const asks = confirms && answers[0]?.text.includes("?") === true && isSame(before, state);
    if (asks) {
      answers.push(await this.#send("yes"));
      state = await stateOf(id);
    }
    const texts = answers.map(({ text }) => text);
    const hasEffect = (await changesBy(id)) > changes;
    return {
      user,
      reply: texts.join("\n"),
      toolCalls: await this.#callsOf(answers),
      confirmed: asks,
      claimsWithoutEffect: !hasEffect && texts.some(claimsChange),
      state,
      ms: answers.reduce((sum, { ms }) => sum + ms, 0),
    };
  }

  /** A reply that waits for approval holds its question as text; a typed yes decides it, and the next reply tells what came of it. */
  async #send(text: string): Promise<Answer> {
    const start = performance.now();
    const request = { messageId: v7(), conversationId: this.#id, text, model: this.model };
    const { replyId, done } = await reply(this.person, request, new Date(this.#now));
    await done;
    const ms = performance.now() - start;
    this.#now += pause;
    const stored = await conversationsOf(this.person.id).message(replyId);
    if (!stored) throw new Error("The reply is gone.");
    return { replyId, text: stored.content, ms };
  }

  /** Read at the end of the turn: a call that waited has been decided by then. */
  async #callsOf(answers: Answer[]): Promise<ToolUse[]> {
    const calls = await Promise.all(answers.map(({ replyId }) => callsOfReply(this.person.id, replyId)));
    return calls.flat().map(({ toolName, parameters, status }) => ({ name: toolName, args: parameters, status }));
  }
}

/** Whatever the order. */
const isSame = (one: StateTask[], other: StateTask[]) => plain(one) === plain(other);
const plain = (state: StateTask[]) =>
  state
    .map((task) => JSON.stringify(task))
    .sort()
    .join("\n");
