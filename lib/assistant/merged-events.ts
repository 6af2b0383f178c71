/** A piece of a model's text as one event of its stream brings it: `key` names what it goes on with, `write` makes such an event. */
type Piece = { block: string; key: string; text: string; write: (text: string) => string };

/**
 * Joins neighbouring pieces of text in the server-sent events of OpenAI's two protocols. Reading, checking and passing on an event costs
 * a provider far more than its text; whatever isn't plain text goes through as it came. `take` keeps back an event that is not whole.
 */
export function eventMerger() {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  return {
    take(bytes: Uint8Array): Uint8Array {
      const blocks = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      return encoder.encode(merged(blocks));
    },
    end: (): Uint8Array => encoder.encode(rest + decoder.decode()),
  };
}

function merged(blocks: string[]): string {
  const out: string[] = [];
  let open: Piece[] = [];
  const close = () => {
    const [first, ...more] = open;
    open = [];
    if (first) out.push(more.length > 0 ? first.write([first, ...more].map(({ text }) => text).join("")) : first.block);
  };
  for (const block of blocks) {
    const piece = pieceIn(block);
    if (piece?.key !== open[0]?.key) close();
    if (piece) open.push(piece);
    else out.push(block);
  }
  close();
  return out.map((block) => `${block}\n\n`).join("");
}

const head = /^(?:event: response\.output_text\.delta\n)?data: (?=\{)/;

function pieceIn(block: string): Piece | null {
  const start = head.exec(block)?.[0];
  if (start === undefined || block.includes("\n", start.length)) return null;
  const isText = block.includes('"content":') || block.includes("response.output_text.delta");
  const piece = isText
    ? (inChat(jsonIn(block.slice(start.length))) ?? inResponses(jsonIn(block.slice(start.length))))
    : null;
  return piece && { ...piece, block, write: (text) => start + JSON.stringify(piece.write(text)) };
}

type Fields = { [name: string]: unknown };
type Found = { key: string; text: string; write: (text: string) => Fields } | null;

function inChat(event: Fields): Found {
  const [choice, ...others] = Array.isArray(event.choices) ? (event.choices as Fields[]) : [];
  if (!choice || others.length > 0 || event.usage || choice.finish_reason || choice.logprobs) return null;
  const { content, role: _, ...more } = (choice.delta ?? {}) as Fields;
  if (typeof content !== "string" || Object.values(more).some((value) => value !== null)) return null;
  const write = (text: string) => ({ ...event, choices: [{ ...choice, delta: { content: text } }] });
  return { key: `chat ${choice.index}`, text: content, write };
}

function inResponses(event: Fields): Found {
  const { type, delta, item_id, output_index, content_index } = event;
  if (type !== "response.output_text.delta" || typeof delta !== "string") return null;
  const write = (text: string) => ({ ...event, delta: text });
  return { key: `responses ${item_id} ${output_index} ${content_index}`, text: delta, write };
}

function jsonIn(text: string): Fields {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
