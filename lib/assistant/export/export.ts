import "server-only";
import type { Call } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";
import type { SignedIn } from "@/lib/auth/schema";
import type { Conversation, StoredMessage } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { AppError } from "@/lib/errors";
import { fileNameFrom } from "./file-name";
import { markdownHead, markdownOf, type Voice } from "./markdown";

export type ExportFormat = "markdown" | "json";
type Exported = { fileName: string; type: string; chunks: AsyncGenerator<string> };
type Entry = { message: StoredMessage; calls: Call[] };

/** A later shape of the JSON gets the next number. */
export const exportVersion = 1;

/** A whole conversation as a file, in pieces: only a page of its messages is in memory at a time. */
export async function exported(
  user: SignedIn,
  id: string,
  format: ExportFormat,
  now: Date = new Date(),
): Promise<Exported> {
  const conversation = await conversationsOf(user.id).get(id);
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  const voice = { timeZone: user.timeZone, clock: user.settings.clock };
  const at = now.toISOString();
  return format === "json"
    ? {
        fileName: fileNameFrom(conversation.title, "json"),
        type: "application/json; charset=utf-8",
        chunks: asJson(conversation, at, voice, entriesOf(user, id)),
      }
    : {
        fileName: fileNameFrom(conversation.title, "md"),
        type: "text/markdown; charset=utf-8",
        chunks: asMarkdown(conversation, at, voice, entriesOf(user, id)),
      };
}

async function* entriesOf(user: SignedIn, id: string): AsyncGenerator<Entry[]> {
  for await (const messages of conversationsOf(user.id).everyMessage(id)) {
    const replies = messages.flatMap(({ role, id: reply }) => (role === "ASSISTANT" ? [reply] : []));
    const calls = Map.groupBy(await activityOf(user.id).ofMessages(replies), ({ messageId }) => messageId);
    yield messages.map((message) => ({ message, calls: calls.get(message.id) ?? [] }));
  }
}

async function* asMarkdown(
  conversation: Conversation,
  exportedAt: string,
  voice: Voice,
  entries: AsyncGenerator<Entry[]>,
): AsyncGenerator<string> {
  yield markdownHead(conversation, exportedAt, voice);
  for await (const page of entries) yield page.map(({ message, calls }) => markdownOf(message, calls, voice)).join("");
}

async function* asJson(
  { activity: _, ...conversation }: Conversation,
  exportedAt: string,
  { timeZone }: Voice,
  entries: AsyncGenerator<Entry[]>,
): AsyncGenerator<string> {
  const head = { format: "docket-conversation", version: exportVersion, exportedAt, timeZone, conversation };
  yield `${JSON.stringify(head).slice(0, -1)},"messages":[`;
  let comma = "";
  for await (const page of entries) {
    const texts = page.map(({ message, calls }) => JSON.stringify({ ...message, calls }));
    yield `${comma}\n${texts.join(",\n")}`;
    comma = ",";
  }
  yield "\n]}\n";
}
