import { type Command, commands } from "./commands";

/** What of a key press matters here; a KeyboardEvent is one. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing"
>;
type Now = { isMac: boolean; isTyping: boolean; isOpen: boolean; singleKeys: boolean; at: number };

/** The second key of two must follow within this time. */
const patience = 1_200;

/**
 * Reads key presses one after the other and says which command they mean. Single keys mean nothing while somebody types,
 * while a dialog is open, or when the person has switched them off; they are nobody else's keys then.
 */
export function keyReader() {
  let first: { key: string; at: number } | null = null;
  return (press: Press, now: Now): Command | null => {
    const before = first;
    first = null;
    if (press.isComposing || press.repeat || now.isOpen) return null;
    const mod = now.isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
    if (mod && !press.altKey && !press.shiftKey) return find(`mod+${press.key.toLowerCase()}`);
    // Shift is part of the key itself: "?" is Shift+ß on one keyboard and Shift+/ on another.
    if (press.ctrlKey || press.metaKey || press.altKey || now.isTyping || !now.singleKeys) return null;
    if (press.key.length !== 1) return null;
    const key = press.shiftKey && /[a-z]/i.test(press.key) ? "" : press.key.toLowerCase();
    const both = before && now.at - before.at < patience ? find(`${before.key} ${key}`) : null;
    if (both) return both;
    if (commands.some(({ keys }) => keys?.startsWith(`${key} `))) first = { key, at: now.at };
    return find(key);
  };
}

const find = (keys: string) => commands.find((command) => command.keys === keys) ?? null;

/** The keys as they are written on this keyboard: ["Ctrl", "K"], or ["G", "T"] for one after the other. */
export function sayKeys(keys: string, isMac: boolean): string[] {
  if (keys.startsWith("mod+")) return [isMac ? "⌘" : "Ctrl", keys.slice(4).toUpperCase()];
  return keys.split(/[ +]/).map((key) => (key.length === 1 ? key.toUpperCase() : key));
}

/** True where a key writes something, or chooses from a list. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select, [role=menu] *, [role=listbox] *")) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

export const isMac = () => /Mac|iP(hone|ad|od)/.test(navigator.platform);
