"use client";

import { type Edits, EditsHere } from "./edits";
import { Messages, type MessagesProps } from "./messages";
import { Wordings } from "./wordings";

export type TalkProps = MessagesProps & { edits: Edits };

/** What has been said: everything that a chat shows once it has begun. */
export function Talk({ edits, ...messages }: TalkProps) {
  return (
    <EditsHere value={edits}>
      <Wordings chat={messages.chat}>
        <Messages {...messages} />
      </Wordings>
    </EditsHere>
  );
}
