import "server-only";
import { offeredModel, offeredModels } from "@/lib/assistant/models";
import { attemptTurn } from "@/lib/auth/limits";
import type { SignedIn } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { spentBy } from "./store";

type Turn = { conversationId: string; messageId: string; model?: string | undefined };

/**
 * Refuses, with 429 and when to come back, a turn of a model that costs something, once a person has too many replies under way, asked
 * too often within a minute, or used up the day's tokens. The built-in assistant costs nothing and doesn't count; the same message sent
 * once more doesn't either. Those under way are counted before the new one is stored: sends of the same moment may pass together.
 */
export async function checkBudget(user: SignedIn, { conversationId, messageId, model }: Turn): Promise<void> {
  if (offeredModels().length === 1) return;
  const spent = await spentBy(user.id, { conversationId, messageId, countsTokens: env.CHAT_TOKENS_PER_DAY > 0 });
  if (spent.isKnown || offeredModel(model ?? spent.model ?? user.settings.model).provider === "built-in") return;
  if (spent.running >= env.CHAT_REPLIES_AT_ONCE)
    throw new AppError("too_many", `${under(spent.running)} being written for you. Wait for one to end, or stop it.`, {
      retryAfter: 5,
    });
  if (env.CHAT_TOKENS_PER_DAY > 0 && spent.tokens >= env.CHAT_TOKENS_PER_DAY)
    throw new AppError(
      "too_many",
      "You have used up today's tokens of this server. The built-in assistant answers without any: choose it, or come back later.",
      { retryAfter: 3600 },
    );
  await attemptTurn(user.id, env.CHAT_TURNS_PER_MINUTE);
}

const under = (count: number) => (count === 1 ? "A reply is" : `${count} replies are`);
