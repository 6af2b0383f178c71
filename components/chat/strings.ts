/** Characters of a message. */
export const messageLimit = 10_000;
export const tooLong = (by: number) =>
  `${by.toLocaleString("en")} ${by === 1 ? "character" : "characters"} too many. Shorten it, or send it in parts.`;

export const chatStrings = {
  hello: "What is on the docket?",
  helloName: (name: string) => `${name}, what is on the docket?`,
  invitation:
    "Write it the way you would say it. Each change is put on the record beside your words, and can be undone.",
  gone: "This conversation was deleted. It can be restored for 30 days, under Deleted in the sidebar.",
  busy: "The reply above is still being written. Wait for it or press Stop; your text stays here.",
  notSent: "No answer from the server, so the message may not have arrived.",
  editNotSent: "No answer from the server. The edit is still open: save it again.",
  notAsked: "No answer from the server. Check the network, then press the button again.",
  reconnecting: "The connection was lost; connecting again. The reply goes on meanwhile.",
  archived: "This conversation is archived and can only be read.",
  continue: "Continue",
  again: "Try again",
  details: "Details",
  goesOn: "Goes on from the reply above",
  showOlder: "Show earlier messages",
  showArchived: "Show archived messages",
  loading: "Loading earlier messages…",
  archiveEnds:
    "Archived above: kept to be read, but the assistant no longer looks at it. It reads the newest 1,000 messages.",
  toNewest: "To the newest message",
  newBelow: "New below",
  writingBelow: "Docket is writing",
  earlier: (count: number) => (count === 1 ? "Earlier answer" : `${count} earlier answers`),
  edit: "Edit",
  copyQuestion: "Copy your message",
  saveEdit: "Save & send",
  editHint: "Replaces this message. What it changed stays unless you undo it.",
  editWaits: "Only the newest message can be edited, and not while a reply is written.",
  wordings: (count: number) => (count === 1 ? "Earlier version" : `${count} earlier versions`),
  stale: (tasks: number) => `The earlier message changed ${tasks === 1 ? "1 task" : `${tasks} tasks`}.`,
  staleAdded: (task: string) => `The earlier message added ${task}, which is still there.`,
  staleBinned: (task: string) => `The earlier message moved ${task} to the bin, where it still is.`,
  staleCompleted: (task: string) => `The earlier message completed ${task}, which still stands.`,
  staleChanged: (task: string) => `The earlier message changed ${task}, which still stands.`,
  queued: "Goes out when the reply is done:",
  sendNow: "Send now",
  offline: "You are offline. What you send waits here and goes out by itself when the connection is back.",
  unanswered: "No answer from the server. What you sent waits here; it is tried again by itself.",
  held: {
    stopped: "The reply was stopped, so this waits for you:",
    broken: "The reply broke off, so this waits for you:",
    approval: "Docket waits for your yes or no. Sending this now says no:",
    question: "Docket has asked something, so this waits for you:",
    old: "Written on another day, so this waits for you:",
    refused: "",
  },
} as const;
