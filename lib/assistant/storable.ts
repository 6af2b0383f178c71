import "server-only";
import type { UIMessageChunk } from "ai";

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and one of them would keep a whole reply from being stored. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "\uFFFD");

/** In JSON both are written as escapes. */
const unstorable = /\\u(0000|d[89a-f])/;

/** A chunk as it can be stored, and its JSON. */
export function storableChunk(chunk: UIMessageChunk): { chunk: UIMessageChunk; text: string } {
  const text = JSON.stringify(chunk);
  if (!unstorable.test(text)) return { chunk, text };
  const clean = JSON.parse(text, (_, value) => (typeof value === "string" ? storable(value) : value));
  return { chunk: clean, text: JSON.stringify(clean) };
}
