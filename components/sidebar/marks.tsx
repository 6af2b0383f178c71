import { cn } from "@/lib/cn";
import type { Conversation } from "@/lib/conversations/schema";

const running = { label: "A reply is being written", look: "animate-wait bg-accent" };
const marks = {
  PENDING: running,
  PROCESSING: running,
  AWAITING_APPROVAL: { label: "Waits for your yes", look: "bg-ochre" },
  unread: { label: "New reply", look: "bg-accent" },
  INACTIVE: { label: "Ended", look: "border border-faint" },
} as const;

type MarksProps = { conversation: Pick<Conversation, "activity" | "status">; isUnread: boolean };

/** What a conversation is at, if anything: a reply, one that wasn't seen yet, or its end. */
export function Marks({ conversation: { activity, status }, isUnread }: MarksProps) {
  const what = activity ?? (isUnread ? "unread" : status === "INACTIVE" ? status : null);
  if (what === null) return null;
  const { label, look } = marks[what];
  return <span role="img" aria-label={label} title={label} className={cn("size-2 shrink-0 rounded-full", look)} />;
}
