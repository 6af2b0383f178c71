import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";

type Ended = Pick<ChatMessage, "role" | "parts" | "metadata">;

/** What is said aloud when a reply has ended: how, and what it asks of the person. Its text is there to be read. */
export function announcementOf(reply: Ended | undefined, calls: readonly Call[]): string {
  if (reply?.role !== "assistant") return "";
  const made = calls.filter(({ status, changes }) => status === "SUCCESS" && changes.length > 0).length;
  const record = made > 0 ? ` ${made} ${made === 1 ? "change is" : "changes are"} on the record.` : "";
  return endOf(reply, calls) + record;
}

function endOf({ parts, metadata }: Ended, calls: readonly Call[]): string {
  if (metadata?.status === "STOPPED") return "Stopped.";
  if (metadata?.error) return `The reply broke off. ${metadata.error.message}`;
  if (calls.some(({ status }) => status === "PENDING")) return "Docket needs your yes: approve or refuse.";
  const offered = parts.find((part) => part.type === "data-choices");
  if (offered) return `Docket asks, and offers ${offered.data.options.length} answers to choose from.`;
  return "Docket has replied.";
}
