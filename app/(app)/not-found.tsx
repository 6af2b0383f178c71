import type { Metadata } from "next";
import { NothingHere } from "@/components/frame/nothing-here";

export const metadata: Metadata = { title: "Nothing here" };

/** Only a conversation can be missing here: the other pages are always there. */
export default function ConversationNotFound() {
  return (
    <main>
      <NothingHere why="This conversation doesn’t exist, or it was deleted." />
    </main>
  );
}
