/** How one of OpenAI's two protocols says the parts of an answer. */
export type Wire = {
  begin: string;
  token(text: string): string;
  end(tokens: number): string;
  /** The answer to a request that doesn't stream. */
  whole(text: string): object;
};

const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;

const chunk = (delta: object, reason: string | null = null) => ({
  id: "chatcmpl-bench",
  object: "chat.completion.chunk",
  created: 1,
  model: "bench",
  choices: [{ index: 0, delta, finish_reason: reason }],
});

const chat: Wire = {
  begin: event(chunk({ role: "assistant", content: "" })),
  token: (text) => event(chunk({ content: text })),
  end: (tokens) => {
    const usage = { prompt_tokens: 10, completion_tokens: tokens, total_tokens: tokens + 10 };
    return `${event(chunk({}, "stop"))}${event({ ...chunk({}), choices: [], usage })}data: [DONE]\n\n`;
  },
  whole: (text) => ({
    id: "chatcmpl-bench",
    object: "chat.completion",
    created: 1,
    model: "bench",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
    usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
  }),
};

const message = (content: object[]) => ({
  id: "msg_bench",
  type: "message",
  role: "assistant",
  status: content.length > 0 ? "completed" : "in_progress",
  content,
});
const response = (more: object) => ({ id: "resp_bench", object: "response", created_at: 1, model: "bench", ...more });
const outputText = (text: string) => ({ type: "output_text", text, annotations: [] });
const usageOf = (tokens: number) => ({ input_tokens: 10, output_tokens: tokens, total_tokens: tokens + 10 });

const responses: Wire = {
  begin:
    event({ type: "response.created", response: response({ status: "in_progress", output: [] }) }) +
    event({ type: "response.output_item.added", output_index: 0, item: message([]) }),
  token: (text) =>
    event({
      type: "response.output_text.delta",
      item_id: "msg_bench",
      output_index: 0,
      content_index: 0,
      delta: text,
      logprobs: [],
    }),
  end: (tokens) => {
    const item = message([outputText("")]);
    const whole = response({ status: "completed", output: [item], usage: usageOf(tokens) });
    return (
      event({ type: "response.output_item.done", output_index: 0, item }) +
      event({ type: "response.completed", response: whole })
    );
  },
  whole: (text) => response({ status: "completed", output: [message([outputText(text)])], usage: usageOf(2) }),
};

/** By the address that is asked. */
export const wires: Record<string, Wire> = { "/v1/chat/completions": chat, "/v1/responses": responses };
