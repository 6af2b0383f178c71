export const chatStrings = {
  hello: "What is on the docket?",
  helloName: (name: string) => `${name}, what is on the docket?`,
  invitation:
    "Write it the way you would say it. Each change is put on the record beside your words, and can be undone.",
  busy: "The reply above is still being written. Wait for it or press Stop; your text stays here.",
  notSent: "No answer from the server, so the message may not have arrived. It is still in the box: send it again.",
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
} as const;
