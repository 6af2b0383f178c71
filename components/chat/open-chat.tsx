"use client";

import { Chat, type ChatProps } from "./chat";
import { TalkHere } from "./late-talk";
import { Talk } from "./talk";
import { type Written, WrittenHere } from "./written-here";

/** The chat of a conversation that exists, with what the server has drawn of it. */
export function OpenChat({ written, ...chat }: ChatProps & { written: Written }) {
  return (
    <WrittenHere value={written}>
      <TalkHere value={Talk}>
        <Chat {...chat} />
      </TalkHere>
    </WrittenHere>
  );
}
