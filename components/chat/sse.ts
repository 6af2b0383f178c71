import { onSign } from "./signs";

export type ServerEvent = { id: string | null; data: string };

/** Milliseconds between the server's signs of life on a stream that has nothing to say. */
const heartbeat = 15_000;
/** Two of them missed: the line is dead even though nobody hung up. */
export const silence = 35_000;

/**
 * The events of a text/event-stream body. Comments count as signs of life; a body that stays silent for too long is taken
 * for a dead connection and ends, as does one that breaks, one whose network is gone or another, and one that is found silent
 * when the page is looked at again: a sleeping device stops our clocks too.
 */
export async function* serverEvents(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<ServerEvent, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  // Ends a read that is under way, too.
  const end = () => void reader.cancel().catch(() => {});
  let heardAt = Date.now();
  let timer = setTimeout(end, silence);
  const deaf = onSign((sign) => {
    if (sign !== "visible" || Date.now() - heardAt > 2 * heartbeat) end();
  });
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heardAt = Date.now();
      clearTimeout(timer);
      timer = setTimeout(end, silence);
      const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = parsed(block);
        if (event) yield event;
      }
    }
  } finally {
    clearTimeout(timer);
    deaf();
    signal?.removeEventListener("abort", end);
    end();
  }
}

function parsed(block: string): ServerEvent | null {
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("id:")) id = line.slice(3).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  return data.length > 0 ? { id, data: data.join("\n") } : null;
}
