import type { Pane } from "@/components/frame/panes";
import type { Settings } from "@/lib/auth/schema";

/** A field of the page that a key can put the cursor into. */
export type Spot = "message" | "search" | "task";

/** What commands do it with; the frame has them. */
export type Hands = {
  go(path: "/" | "/tasks" | "/activity" | "/settings"): void;
  write(spot: Spot): void;
  toggle(pane: Pane): void;
  open(dialog: "palette" | "shortcuts"): void;
  archived(): void;
  theme(theme: Settings["theme"]): void;
  signOut(): void;
};

export type Command = {
  name: string;
  group: "Go to" | "Write" | "Show" | "Theme" | "Account";
  /** "mod+k" (Ctrl, or Cmd on a Mac), one key, or two one after the other: "g t". */
  keys?: string;
  /** Other words it is found by. */
  words?: string;
  /** Not in the palette: it is there already. */
  unlisted?: true;
  /** For those with a keyboard and wide screens: left out of the palette on a touch screen. */
  untouched?: true;
  run(hands: Hands): void;
};

/** Everything that can be asked for by key or by name. The palette, the list of shortcuts and the keyboard all read this. */
export const commands: readonly Command[] = [
  { name: "New chat", group: "Go to", keys: "n", words: "conversation start", run: (hands) => hands.go("/") },
  { name: "Tasks", group: "Go to", keys: "g t", words: "todo list", run: (hands) => hands.go("/tasks") },
  { name: "Activity", group: "Go to", keys: "g a", words: "history log undo", run: (hands) => hands.go("/activity") },
  {
    name: "Settings",
    group: "Go to",
    keys: "g s",
    words: "preferences profile password sessions time zone model",
    run: (hands) => hands.go("/settings"),
  },
  { name: "Archived conversations", group: "Go to", words: "archive", run: (hands) => hands.archived() },
  {
    name: "Find or run anything",
    group: "Go to",
    keys: "mod+k",
    unlisted: true,
    run: (hands) => hands.open("palette"),
  },
  { name: "Write a message", group: "Write", keys: "m", words: "focus", run: (hands) => hands.write("message") },
  { name: "Add a task", group: "Write", keys: "q", words: "new quick", run: (hands) => hands.write("task") },
  { name: "Search conversations", group: "Write", keys: "/", words: "find", run: (hands) => hands.write("search") },
  {
    name: "Hide or show the sidebar",
    group: "Show",
    keys: "s",
    words: "fold",
    untouched: true,
    run: (hands) => hands.toggle("sidebar"),
  },
  {
    name: "Hide or show the tasks",
    group: "Show",
    keys: "t",
    words: "fold pane",
    untouched: true,
    run: (hands) => hands.toggle("tasks"),
  },
  {
    name: "Keyboard shortcuts",
    group: "Show",
    keys: "?",
    words: "help keys",
    untouched: true,
    run: (hands) => hands.open("shortcuts"),
  },
  { name: "Light theme", group: "Theme", words: "look bright day", run: (hands) => hands.theme("light") },
  { name: "Dark theme", group: "Theme", words: "look night", run: (hands) => hands.theme("dark") },
  { name: "Theme of the device", group: "Theme", words: "look system", run: (hands) => hands.theme("system") },
  { name: "Sign out", group: "Account", words: "log leave", run: (hands) => hands.signOut() },
];

/** What the keys do on a task of the list that has the focus (components/tasks/use-row-keys). */
export const rowKeys: readonly { name: string; keys: string }[] = [
  { name: "Next task, task before", keys: "↓ ↑" },
  { name: "Open", keys: "Enter" },
  { name: "Rename", keys: "F2" },
  { name: "Complete", keys: "Space" },
  { name: "Choose, to change several", keys: "x" },
  { name: "Choose the next as well", keys: "Shift+↓" },
  { name: "Move down, in the order by hand", keys: "Alt+↓" },
  { name: "Delete", keys: "#" },
  { name: "All that can be done", keys: "Shift+F10" },
];

/** Those whose name or other words hold every word that was typed, at the beginning of a word. */
export function commandsFor(text: string, isTouch = false): Command[] {
  const typed = wordsOf(text);
  return commands.filter((command) => {
    if (command.unlisted || (isTouch && command.untouched)) return false;
    const own = wordsOf(`${command.name} ${command.words ?? ""} ${command.group}`);
    return typed.every((word) => own.some((one) => one.startsWith(word)));
  });
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
