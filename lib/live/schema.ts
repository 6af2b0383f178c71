/** A hint that something of one user has changed; whoever hears it reads the truth from the database. Under 8,000 bytes as JSON. */
export type LiveEvent =
  /** `seq`: the person's change sequence then; whoever has read up to it has nothing to read. 0: not known. */
  | { type: "tasks"; numbers: number[]; seq: number }
  | { type: "activity"; callId: string; messageId: string | null }
  | { type: "conversation"; conversationId: string }
  /** A reminder sounded, was put off or was dismissed. */
  | { type: "reminders" }
  | {
      type: "reply";
      conversationId: string;
      messageId: string;
      state: "started" | "log" | "stop" | "ended" | "waiting";
    }
  /** This session was ended: its connections close. Never sent to a browser. */
  | { type: "signed_out"; sessionId: string }
  /** The browser with this session has another one now: its connections begin anew. Never sent to a browser. */
  | { type: "renewed"; sessionId: string }
  /** Events may have been missed: read everything again. */
  | { type: "reconnected" };
