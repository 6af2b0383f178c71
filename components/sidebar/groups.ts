import type { Conversation } from "@/lib/conversations/schema";
import { dateIn, daysBetween } from "@/lib/dates";

const chunkSize = 50;

export const groupNames = ["Pinned", "Today", "Yesterday", "Last 7 days", "Older"] as const;
export type GroupName = (typeof groupNames)[number];
export type Group = { name: GroupName; conversations: Conversation[] };

/** Conversations under the headings of the sidebar; empty headings are left out, the order within each is kept. */
export function grouped(conversations: readonly Conversation[], here: { today: string; timeZone: string }): Group[] {
  const nameOf = ({ pinnedAt, updatedAt }: Conversation): GroupName => {
    if (pinnedAt) return "Pinned";
    const age = daysBetween(dateIn(here.timeZone, updatedAt), here.today);
    if (age <= 0) return "Today";
    if (age === 1) return "Yesterday";
    return age <= 7 ? "Last 7 days" : "Older";
  };
  return groupNames
    .map((name) => ({ name, conversations: conversations.filter((one) => nameOf(one) === name) }))
    .filter((group) => group.conversations.length > 0);
}

export type Stretch = { key: string; name: string; heading: string | null; conversations: Conversation[] };

/** The groups in stretches that are short enough to be drawn at once; the first of each group carries its heading. */
export function stretches(groups: readonly { name: string; conversations: Conversation[] }[]): Stretch[] {
  return groups.flatMap(({ name, conversations }) =>
    Array.from({ length: Math.ceil(conversations.length / chunkSize) }, (_, at) => ({
      key: `${name} ${at}`,
      name: at === 0 ? name : `${name}, part ${at + 1}`,
      heading: at === 0 ? name : null,
      conversations: conversations.slice(at * chunkSize, (at + 1) * chunkSize),
    })),
  );
}
