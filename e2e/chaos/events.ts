export type ServerEvent = { id: number; data: string };

/**
 * The events of a text/event-stream body. One that says nothing for `silence` milliseconds, not even a comment, ends like one
 * that is over; one that breaks throws.
 */
export async function* serverEvents(body: ReadableStream<Uint8Array>, silence: number): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { promise: late, resolve } = Promise.withResolvers<null>();
      const timer = setTimeout(() => resolve(null), silence);
      const read = await Promise.race([reader.read(), late]).finally(() => clearTimeout(timer));
      if (!read || read.done) return;
      const blocks = (rest + decoder.decode(read.value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield* parsed(block);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function* parsed(block: string): Generator<ServerEvent> {
  const lines = block.split("\n");
  const data = lines.find((line) => line.startsWith("data: "));
  const id = lines.find((line) => line.startsWith("id: "));
  if (data) yield { id: Number(id?.slice("id: ".length) ?? 0), data: data.slice("data: ".length) };
}
