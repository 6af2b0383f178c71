import { whoNames } from "@/components/activity/filters";
import type { Call } from "@/lib/activity/schema";

/** Who made a call: a client by its name, others by their door. */
export const whoDid = ({ actorName, source }: Pick<Call, "actorName" | "source">) => actorName ?? whoNames[source];
