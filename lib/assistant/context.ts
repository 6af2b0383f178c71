import "server-only";
import type { ModelMessage } from "ai";
import type { StoredMessage } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { patiently } from "@/lib/patience";
import { standingCalls } from "@/lib/tools/calls";
import { modelMessages } from "./history";
import type { Parts } from "./parts";
import type { Work } from "./producer";

/** Characters of history that the model is sent, in whole turns, newest first. */
const historyCharacters = 60_000;

/** Milliseconds for which a reply waits for a database that is away. */
const databasePatience = 10_000;

/** What the model of a reply is sent of the conversation. `current`: what the reply holds already, when it goes on after an approval. */
export async function contextOf(work: Work, conversationId: string, current: Parts): Promise<ModelMessage[]> {
  if (work.opening) return [{ role: "user", content: [{ type: "text", text: work.opening }] }];
  // Models want to be told that a reply broke off, and some servers refuse an end in the model's own words.
  const isBuiltIn = work.model.provider === "built-in";
  const isTold = !isBuiltIn && work.replaced.length > 0;
  const [history, standing] = await Promise.all([
    historyOf(work, conversationId),
    isTold ? patiently(() => standingCalls(work.user.id, work.replaced), databasePatience) : [],
  ]);
  const done = { before: work.replyToId, calls: standing };
  return modelMessages(history, current, { asksToGoOn: !isBuiltIn, tellsTimes: isBuiltIn, done });
}

async function historyOf({ user, seq, model, replyToId }: Work, conversationId: string): Promise<StoredMessage[]> {
  const conversations = conversationsOf(user.id);
  const history = await patiently(
    () => conversations.history(conversationId, { beforeSeq: seq, maxCharacters: historyCharacters }),
    databasePatience,
  );
  // The built-in assistant plans anew from the question, and its calls find what is done already.
  return model.provider === "built-in" ? history.filter((message) => message.replyToId !== replyToId) : history;
}
