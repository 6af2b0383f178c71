export type Protocol = "chat-completions" | "responses";

/** What the pretended model needs to know of a request, whichever of the two protocols brought it. */
export type Asked = {
  protocol: Protocol;
  model: string;
  stream: boolean;
  includeUsage: boolean;
  hasTools: boolean;
  /** The last message of a user that chooses a script, or else the last one. */
  lastUserText: string;
  /** Rounds of tool results since the last message of a user. */
  round: number;
};

type Item = { role?: string; type?: string; content?: unknown };

const isResult = (item: Item) => item.role === "tool" || item.type === "function_call_output";

function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: { text?: unknown }) => (typeof part.text === "string" ? part.text : "")).join("");
}

export function readRequest(protocol: Protocol, body: Record<string, unknown>): Asked {
  const list = protocol === "responses" ? body.input : body.messages;
  const items: Item[] = Array.isArray(list) ? list : [{ role: "user", content: list }];
  const lastUser = items.findLastIndex((item) => item.role === "user");
  const users = items.filter((item) => item.role === "user").map((item) => textOf(item.content));
  const since = items.slice(lastUser + 1);
  return {
    protocol,
    model: typeof body.model === "string" ? body.model : "pretended",
    stream: body.stream === true,
    includeUsage: (body.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true,
    hasTools: Array.isArray(body.tools) && body.tools.length > 0,
    lastUserText: users.findLast((text) => readToken(text)) ?? users.at(-1) ?? "",
    // Parallel calls answer together, so a round is a run of results and not one result.
    round: since.filter((item, index) => isResult(item) && !isResult(since[index + 1] ?? {})).length,
  };
}

/** `[[script:NAME]]` or `[[script:NAME#KEY]]`; calls are counted by key, by name when there is none. */
export function readToken(text: string): { name: string; key: string } | null {
  const found = /\[\[script:([\w-]+)(?:#([\w-]+))?\]\]/.exec(text);
  if (!found?.[1]) return null;
  return { name: found[1], key: found[2] ?? found[1] };
}
