import { isRunning, type Shown, textOf } from "./to-chat";

/** Why a waiting message doesn't go out by itself, though nothing runs: for the person to decide. */
export type Hold = "stopped" | "broken" | "approval" | "question" | "old" | "refused";

/**
 * A message that was written before its reply was read goes out by itself only after one that ended well. After a stop or an error the
 * person may want something else now; an open question would take it for its answer, and an approval that waits would be refused by it.
 */
export function holdAfter(last: Shown | undefined): Hold | null {
  if (last?.role !== "assistant") return null;
  switch (last.metadata?.status) {
    case "STOPPED":
      return "stopped";
    case "ERROR":
      return "broken";
    case "AWAITING_APPROVAL":
      return "approval";
    default:
      return asks(last) ? "question" : null;
  }
}

const asks = (reply: Shown) =>
  reply.parts.some(({ type }) => type === "data-choices") || /\?["”')\]]*$/.test(textOf(reply));

/** The reply above is known to have ended, or there is none. */
export const isFree = (last: Shown | undefined) =>
  last?.role !== "assistant" || (last.metadata?.status !== undefined && !isRunning(last.metadata.status));
