import type { ReplyMetadata } from "@/lib/assistant/schema";
import { type Clock, dateIn, sayTime, sayWholeDay, wallTimeIn } from "@/lib/dates";

export type Fact = { name: string; value: string };
type Here = { timeZone: string; clock: Clock; today: string };

/** What is known of a reply, in words; what isn't known is left out. */
export function factsOf(metadata: ReplyMetadata, at: string, { timeZone, clock, today }: Here): Fact[] {
  const { model, firstTokenMs, totalMs, inputTokens, outputTokens } = metadata;
  const day = sayWholeDay(dateIn(timeZone, at), today);
  const facts: (Fact | null)[] = [
    { name: "Asked", value: `${day}, ${sayTime(wallTimeIn(timeZone, at), clock)}` },
    model ? { name: "Written by", value: model === "built-in" ? "Built-in assistant" : model } : null,
    totalMs === undefined
      ? null
      : {
          name: "Took",
          value: `${firstTokenMs === undefined ? "" : `first word after ${sayLength(firstTokenMs)}, `}${sayLength(totalMs)} in all`,
        },
    // The built-in assistant counts words.
    model !== "built-in" && (inputTokens || outputTokens)
      ? { name: "Tokens", value: `${figure(inputTokens)} read, ${figure(outputTokens)} written` }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

const figure = (count = 0) => count.toLocaleString("en-GB");

/** "0.04 s", "3.2 s", "45 s", "2 min 5 s" */
function sayLength(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 1) return `${Math.max(seconds, 0.01).toFixed(2)} s`;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
