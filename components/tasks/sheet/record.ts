import type { Call, CallSource } from "@/lib/activity/schema";

export type ActivityRows = { calls: Call[]; nextCursor: string | null };

const sources: { [S in CallSource]: string } = { CHAT: "Chat", UI: "You", MCP: "A client", API: "The API" };

/** Who made a call: a client by its name, others by their door. */
export const whoDid = ({ actorName, source }: Pick<Call, "actorName" | "source">) => actorName ?? sources[source];
