import "server-only";
import { generateText } from "ai";
import type { UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import type { Today } from "@/lib/words/today";
import { languageModel, type OfferedModel } from "./models";
import { titleFrom } from "./title";

const instructions =
  "Name this conversation with a to-do list in at most six words, in the language of the message. Answer with the name alone, without quotes.";

/**
 * Lets the model name a conversation from its first message, after the reply, in place of the name made by rule. A model that fails
 * leaves that name; so does a person who has renamed it meanwhile.
 */
export async function nameByModel(
  user: UserId,
  conversationId: string,
  text: string,
  { model, today }: { model: OfferedModel; today: Today },
): Promise<void> {
  if (model.provider === "built-in") return;
  try {
    const named = await generateText({
      model: await languageModel(model, today),
      instructions,
      prompt: text.slice(0, 2_000),
      maxRetries: 0,
      abortSignal: AbortSignal.timeout(15_000),
      ...(model.provider === "openai" ? { providerOptions: { openai: { store: false } } } : {}),
    });
    const title = titleFrom(named.text.replace(/^["“'\s]+|["”'.\s]+$/g, ""));
    if (!title) return;
    const changed = await conversationsOf(user).nameFrom(conversationId, titleFrom(text), title);
    if (changed) publish(user, { type: "conversation", conversationId });
  } catch (error) {
    log.info(
      { error, conversation: conversationId },
      "The model gave the conversation no name; the one made by rule stays",
    );
  }
}
