import { randomUUID } from "node:crypto";
import type { Asked } from "./request";
import { argumentsOf, piecesOf, type Step, thoughtsOf } from "./script";

/** One event of the stream; pieces of text are marked, because faults are timed by them, and what takes the model time. */
export type WireEvent = { data: string; isText: boolean; isThought?: boolean };

type Call = { id: string; name: string; arguments: string };

const callsOf = (step: Step): Call[] =>
  (step.calls ?? []).map((call) => ({
    id: call.id ?? `call_${randomUUID().slice(0, 8)}`,
    name: call.name,
    arguments: argumentsOf(call),
  }));

const plain = (data: string): WireEvent => ({ data, isText: false });
const thought = (data: string): WireEvent => ({ data, isText: false, isThought: true });

function* chatCompletions(asked: Asked, step: Step): Generator<WireEvent> {
  const head = {
    id: `chatcmpl-${randomUUID()}`,
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: asked.model,
  };
  const chunk = (delta: object, finish: string | null = null) =>
    `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const calls = callsOf(step);

  yield plain(chunk({ role: "assistant", content: "" }));
  for (const piece of thoughtsOf(step)) yield thought(chunk({ reasoning_content: piece }));
  for (const piece of piecesOf(step)) yield { data: chunk({ content: piece }), isText: true };
  for (const [index, call] of calls.entries()) {
    const half = Math.ceil(call.arguments.length / 2);
    const start = {
      index,
      id: call.id,
      type: "function",
      function: { name: call.name, arguments: call.arguments.slice(0, half) },
    };
    yield plain(chunk({ tool_calls: [start] }));
    yield plain(chunk({ tool_calls: [{ index, function: { arguments: call.arguments.slice(half) } }] }));
  }
  yield plain(chunk({}, step.finish ?? (calls.length > 0 ? "tool_calls" : "stop")));
  if (asked.includeUsage) yield plain(`data: ${JSON.stringify({ ...head, choices: [], usage: chatUsage })}\n\n`);
  if (!step.wire?.noDone) yield plain("data: [DONE]\n\n");
}

const chatUsage = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };
const responsesUsage = {
  input_tokens: 120,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 30,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 150,
};

function* responses(asked: Asked, step: Step): Generator<WireEvent> {
  let sequence = 0;
  const event = (type: string, fields: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence++, ...fields })}\n\n`;
  const response = { id: `resp_${randomUUID()}`, object: "response", created_at: 1_700_000_000, model: asked.model };
  let place = 0;

  yield plain(event("response.created", { response: { ...response, status: "in_progress", output: [] } }));
  const thoughts = thoughtsOf(step);
  if (thoughts.length > 0) {
    const item = { id: `rs_${randomUUID()}`, type: "reasoning" };
    const at = { item_id: item.id, output_index: place, summary_index: 0 };
    const summary = [{ type: "summary_text", text: thoughts.join("") }];
    yield plain(event("response.output_item.added", { output_index: place, item: { ...item, summary: [] } }));
    yield plain(event("response.reasoning_summary_part.added", { ...at, part: { type: "summary_text", text: "" } }));
    for (const delta of thoughts) yield thought(event("response.reasoning_summary_text.delta", { ...at, delta }));
    yield plain(event("response.reasoning_summary_part.done", { ...at, part: summary[0] }));
    yield plain(event("response.output_item.done", { output_index: place, item: { ...item, summary } }));
    place += 1;
  }
  const pieces = piecesOf(step);
  if (pieces.length > 0) {
    const item = { id: `msg_${randomUUID()}`, type: "message", role: "assistant" };
    const at = { item_id: item.id, output_index: place, content_index: 0 };
    yield plain(
      event("response.output_item.added", {
        output_index: place,
        item: { ...item, status: "in_progress", content: [] },
      }),
    );
    for (const delta of pieces) {
      yield { data: event("response.output_text.delta", { ...at, delta, logprobs: [] }), isText: true };
    }
    const content = [{ type: "output_text", text: pieces.join(""), annotations: [] }];
    yield plain(
      event("response.output_item.done", { output_index: place, item: { ...item, status: "completed", content } }),
    );
    place += 1;
  }
  for (const call of callsOf(step)) {
    const item = { id: `fc_${randomUUID()}`, type: "function_call", call_id: call.id, name: call.name };
    const at = { item_id: item.id, output_index: place };
    const half = Math.ceil(call.arguments.length / 2);
    yield plain(
      event("response.output_item.added", {
        output_index: place,
        item: { ...item, status: "in_progress", arguments: "" },
      }),
    );
    yield plain(event("response.function_call_arguments.delta", { ...at, delta: call.arguments.slice(0, half) }));
    yield plain(event("response.function_call_arguments.delta", { ...at, delta: call.arguments.slice(half) }));
    yield plain(event("response.function_call_arguments.done", { ...at, arguments: call.arguments }));
    yield plain(
      event("response.output_item.done", {
        output_index: place,
        item: { ...item, status: "completed", arguments: call.arguments },
      }),
    );
    place += 1;
  }
  yield plain(
    event(cutBy(step) ? "response.incomplete" : "response.completed", { response: { ...response, ...ending(step) } }),
  );
}

const cutBy = (step: Step) => step.finish === "length" || step.finish === "content_filter";

const ending = (step: Step) =>
  cutBy(step)
    ? {
        status: "incomplete",
        incomplete_details: { reason: step.finish === "length" ? "max_output_tokens" : "content_filter" },
        usage: responsesUsage,
      }
    : { status: "completed", incomplete_details: null, usage: responsesUsage };

/** The step as the events of the request's protocol, written as the step wants them. */
export function* eventsOf(asked: Asked, step: Step): Generator<WireEvent> {
  for (const event of asked.protocol === "responses" ? responses(asked, step) : chatCompletions(asked, step)) {
    const data = step.wire?.comments ? `: keep-alive\n\n${event.data}` : event.data;
    yield { ...event, data: step.wire?.crlf ? data.replaceAll("\n", "\r\n") : data };
  }
}

/** An error in the middle of a stream, as the protocol says it. */
export const errorEvent = (asked: Asked, message: string): string =>
  asked.protocol === "responses"
    ? `event: error\ndata: ${JSON.stringify({ type: "error", sequence_number: 999, code: "server_error", message, param: null })}\n\n`
    : `data: ${JSON.stringify({ error: { message, type: "server_error", code: null, param: null } })}\n\n`;

/** The step as one JSON answer, for a request that does not stream. */
export function wholeAnswer(asked: Asked, step: Step): object {
  const text = piecesOf(step).join("");
  const calls = callsOf(step);
  if (asked.protocol === "chat-completions") {
    const toolCalls = calls.map(({ id, name, arguments: args }) => ({
      id,
      type: "function",
      function: { name, arguments: args },
    }));
    const message = { role: "assistant", content: text, ...(toolCalls.length > 0 && { tool_calls: toolCalls }) };
    const finish = step.finish ?? (calls.length > 0 ? "tool_calls" : "stop");
    const head = {
      id: `chatcmpl-${randomUUID()}`,
      object: "chat.completion",
      created: 1_700_000_000,
      model: asked.model,
    };
    return { ...head, choices: [{ index: 0, message, finish_reason: finish }], usage: chatUsage };
  }
  const said = {
    type: "message",
    id: `msg_${randomUUID()}`,
    role: "assistant",
    status: "completed",
    content: [{ type: "output_text", text, annotations: [], logprobs: [] }],
  };
  const called = calls.map((call) => ({
    type: "function_call",
    id: `fc_${randomUUID()}`,
    call_id: call.id,
    name: call.name,
    arguments: call.arguments,
    status: "completed",
  }));
  return {
    id: `resp_${randomUUID()}`,
    object: "response",
    created_at: 1_700_000_000,
    model: asked.model,
    output: [...(text ? [said] : []), ...called],
    ...ending(step),
  };
}
