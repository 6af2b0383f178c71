import type { Script } from "./script";

/** "word1 word2 …": a text in which a gap or a repetition shows. */
export const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(" ");

const createMilk = { name: "create_task", arguments: { title: "Buy milk", due: "tomorrow 17:00" } };
const createMum = { name: "create_task", arguments: { title: "Call mum", due: "friday" } };

const always = (status: number, message: string): Script => ({
  steps: [{ fault: { kind: "status", status, message } }],
});

/** Named behaviours of the pretended model; a message with `[[script:NAME]]` in it chooses one. */
export const scripts: Record<string, Script> = {
  // With no token: understands nothing, obeys, answers.
  obedient: { steps: [{ text: "I am a pretended model, and I have read your message." }] },
  // What a request without tools gets, such as one for a conversation's title.
  title: { steps: [{ text: "Groceries and a phone call" }] },

  hello: { steps: [{ text: "Hello from the pretended model." }] },
  // Long enough that a page can be reloaded in the middle of it, also on a busy machine.
  slow: { steps: [{ text: words(160), pieceLength: 6, pauseMs: 60 }] },
  // For what is stopped before its end: it may take as long as a busy machine needs to get there.
  endless: { steps: [{ text: words(160), pieceLength: 6, pauseMs: 300 }] },
  brisk: { steps: [{ text: words(80), pieceLength: 6, pauseMs: 15 }] },
  "task-then-slow": {
    steps: [
      { calls: [{ name: "create_task", arguments: { title: "Water the plants" } }] },
      { text: words(160), pieceLength: 6, pauseMs: 60 },
    ],
  },
  markdown: {
    steps: [
      {
        text: "## Plan\n\nA **bold** word and `code`.\n\n- milk\n- bread\n\n| Day | Task |\n| --- | --- |\n| Friday | Call mum |\n\n```js\nconst tasks = 2;\n```\n",
      },
    ],
  },

  "create-two": {
    steps: [{ text: "I'll add both. ", calls: [createMilk, createMum] }, { text: "Both tasks are on your list." }],
  },
  "one-by-one": {
    steps: [{ calls: [createMilk] }, { calls: [createMum] }, { text: "One after the other, both are there." }],
  },
  "duplicate-ids": {
    steps: [
      {
        calls: [
          { ...createMilk, id: "call_same" },
          { ...createMum, id: "call_same" },
        ],
      },
      { calls: [{ name: "create_task", id: "call_same", arguments: { title: "Third one" } }] },
      { text: "Three calls with one id." },
    ],
  },
  "delete-five": {
    steps: [
      { text: "I'll delete these. ", calls: [{ name: "delete_task", arguments: { numbers: [1, 2, 3, 4, 5] } }] },
      { text: "The five tasks are in the bin." },
    ],
  },
  "malformed-arguments": {
    steps: [
      { calls: [{ name: "create_task", arguments: '{"title": "Never ma' }] },
      { text: "I could not write that down." },
    ],
  },
  "wrong-types": {
    steps: [
      { calls: [{ name: "create_task", arguments: { title: 42, priority: "urgent" } }] },
      { text: "I got the types wrong." },
    ],
  },
  "extra-fields": {
    steps: [
      {
        calls: [
          { name: "create_task", arguments: { title: "Sneaky", userId: "00000000-0000-7000-8000-000000000000" } },
        ],
      },
      { text: "I asked for too much." },
    ],
  },
  "unknown-tool": {
    steps: [{ calls: [{ name: "launch_rocket", arguments: { to: "moon" } }] }, { text: "There is no such tool." }],
  },
  "never-fits": {
    steps: [
      '{"title": "cut of',
      { title: 42 },
      { name: "no such field" },
      { title: ["a list"] },
      { title: "x", priority: "very" },
    ].map((args) => ({ calls: [{ name: "create_task", arguments: args }] })),
  },
  "odd-arguments": {
    steps: [
      {
        calls: [
          { name: "create_task", arguments: "[1, 2]" },
          { name: "create_task", arguments: "null" },
          { name: "create_task", arguments: '{"__proto__": {"title": "x"}}' },
          { name: "create_task", arguments: '{"title": "half a pair \\ud83d and \\u0000 nothing"}' },
        ],
      },
      { text: "Those were odd." },
    ],
  },
  "odd-names": {
    steps: [
      {
        calls: [
          { name: "launch rocket!", arguments: {} },
          { name: "functions.create_task", arguments: { title: "x" } },
        ],
      },
      { text: "Those names were no names." },
    ],
  },
  "huge-arguments": {
    steps: [
      { calls: [{ name: "create_task", arguments: { title: "Long", description: "x".repeat(20_000) } }] },
      { text: "That was too much to write down." },
    ],
  },
  "many-calls": {
    steps: [
      {
        calls: Array.from({ length: 30 }, (_, index) => ({
          name: "create_task",
          arguments: { title: `Task ${index + 1} of many` },
        })),
      },
      { text: "Thirty calls at once." },
    ],
  },
  loop: { steps: [{ calls: [{ name: "list_tasks", arguments: {} }] }], endless: true },

  "401": always(401, "Incorrect API key provided: sk-canary-4711."),
  "403": always(403, "You are not allowed to use this model."),
  "404": always(404, "The model does not exist."),
  "429": { steps: [{ fault: { kind: "status", status: 429, retryAfterSeconds: 1, message: "Rate limit reached." } }] },
  "429-once": {
    steps: [
      { text: "Here I am after a short wait.", fault: { kind: "status", status: 429, retryAfterSeconds: 1, times: 1 } },
    ],
  },
  "429-long": {
    steps: [{ fault: { kind: "status", status: 429, retryAfterSeconds: 120, message: "Rate limit reached." } }],
  },
  "429-once-date": {
    steps: [
      {
        text: "Here I am after a date.",
        fault: { kind: "status", status: 429, retryAfterSeconds: 1, retryAfterIsDate: true, times: 1 },
      },
    ],
  },
  "429-after-task": {
    steps: [
      { calls: [{ name: "create_task", arguments: { title: "Before the limit" } }] },
      { text: "Both steps went through.", fault: { kind: "status", status: 429, retryAfterSeconds: 1, times: 2 } },
    ],
  },
  "500": always(500, "The server had an error, internal secret sk-canary-4711."),
  "500-once": { steps: [{ text: "The second attempt worked.", fault: { kind: "status", status: 500, times: 1 } }] },
  "503": always(503, "The engine is overloaded."),

  "reset-before-headers": { steps: [{ fault: { kind: "reset-before-headers" } }] },
  "reset-once": {
    steps: [{ text: "The second connection held.", fault: { kind: "reset-before-headers", times: 1 } }],
  },
  "broken-once": { steps: [{ text: "The second stream held.", fault: { kind: "break", afterPieces: 0, times: 1 } }] },
  "ends-once": {
    steps: [{ text: "The second stream ended well.", fault: { kind: "end-early", afterPieces: 0, times: 1 } }],
  },
  "hang-before-headers": { steps: [{ fault: { kind: "hang-before-headers" } }] },
  "hang-midway": { steps: [{ text: words(20), fault: { kind: "hang", afterPieces: 3 } }] },
  broken: { steps: [{ text: words(40), pauseMs: 20, fault: { kind: "break", afterPieces: 6 } }] },
  "broken-before-text": { steps: [{ text: words(40), fault: { kind: "break", afterPieces: 0 } }] },
  "broken-after-task": {
    steps: [
      { calls: [{ name: "create_task", arguments: { title: "Survives the break" } }] },
      { text: words(40), pauseMs: 20, fault: { kind: "break", afterPieces: 3 } },
    ],
  },
  "end-early": { steps: [{ text: words(20), fault: { kind: "end-early", afterPieces: 3 } }] },
  "error-event": {
    steps: [
      {
        text: words(20),
        fault: { kind: "error-event", afterPieces: 3, message: "The model crashed: sk-canary-4711." },
      },
    ],
  },

  "half-characters": {
    steps: [{ text: "Grüße aus Köln, 東京 und 🌍🌎🌏 – für Zoë.", pieceLength: 3, splitCharacters: true }],
  },
  thinks: {
    steps: [{ reasoning: words(30), text: "I have thought about it.", pieceLength: 20, pauseMs: 20 }],
  },
  "no-done": { steps: [{ text: "No marker follows this.", wire: { noDone: true } }] },
  crlf: { steps: [{ text: "Written with two characters per line end.", wire: { crlf: true } }] },
  comments: { steps: [{ text: "There is something between the lines.", wire: { comments: true } }] },
  empty: { steps: [{ text: "" }] },
  length: { steps: [{ text: "This answer was cut", finish: "length" }] },
  filtered: { steps: [{ text: "", finish: "content_filter" }] },
  huge: { steps: [{ text: "All work and no play makes a long list. ", repeat: 250_000, pieceLength: 20_000 }] },
};
