import type { Protocol } from "./request";

type Fields = Record<string, unknown>;

/** One thing that a conversation holds, whichever of the two protocols brought it. */
type Entry =
  | { kind: "system" | "user"; texts: unknown[] }
  | { kind: "said"; texts: unknown[] }
  | { kind: "call"; id: unknown; name: unknown; arguments: unknown }
  | { kind: "result"; id: unknown; output: unknown }
  | { kind: "other" };

/**
 * Why a provider would refuse this request with 400, as a sentence; null when it is sound. Stricter than OpenAI's own server in two
 * places, for the sake of the many that speak its protocol: call ids are unique in the whole conversation, and it doesn't end in the
 * model's own words.
 */
export function unsoundness(protocol: Protocol, body: Fields): string | null {
  try {
    const entries = protocol === "responses" ? entriesOfInput(body.input) : entriesOfMessages(body.messages);
    checkTools(body.tools);
    checkOrder(entries);
    for (const entry of entries) checkEntry(entry);
    checkCalls(entries);
    return null;
  } catch (error) {
    if (error instanceof Unsound) return error.message;
    throw error;
  }
}

class Unsound extends Error {}

function demand(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Unsound(sentence);
}

const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === "object" ? (value as Fields) : {});

function listOf(value: unknown, name: string): Fields[] {
  demand(Array.isArray(value) && value.length > 0, `'${name}' must be a list that is not empty.`);
  return value.map(fieldsOf);
}

/** The texts of a content: one, or those of its parts; an absent content has none. */
function textsOf(content: unknown): unknown[] {
  if (content === null || content === undefined) return [];
  return Array.isArray(content) ? content.map((part) => fieldsOf(part).text) : [content];
}

function entriesOfMessages(messages: unknown): Entry[] {
  return listOf(messages, "messages").flatMap((message): Entry[] => {
    const { role, content, tool_calls, tool_call_id } = message;
    if (role === "system" || role === "developer") return [{ kind: "system", texts: textsOf(content) }];
    if (role === "user") return [{ kind: "user", texts: textsOf(content) }];
    if (role === "tool") return [{ kind: "result", id: tool_call_id, output: content }];
    demand(role === "assistant", `'${role}' is not one of the roles.`);
    const calls = tool_calls === undefined ? [] : listOf(tool_calls, "tool_calls");
    const texts = textsOf(content);
    demand(texts.length + calls.length > 0, "An assistant message needs content or tool_calls.");
    return [
      ...(texts.length > 0 ? [{ kind: "said" as const, texts }] : []),
      ...calls.map(({ id, type, function: called }): Entry => {
        demand(type === "function", "A tool call must be of the type 'function'.");
        return { kind: "call", id, name: fieldsOf(called).name, arguments: fieldsOf(called).arguments };
      }),
    ];
  });
}

function entriesOfInput(input: unknown): Entry[] {
  if (typeof input === "string") return [{ kind: "user", texts: [input] }];
  return listOf(input, "input").map((item): Entry => {
    if (item.type === "function_call") {
      return { kind: "call", id: item.call_id, name: item.name, arguments: item.arguments };
    }
    if (item.type === "function_call_output") return { kind: "result", id: item.call_id, output: item.output };
    if (item.type === "reasoning") return { kind: "other" };
    demand(
      item.type === undefined || item.type === "message",
      `An item of the type '${item.type}' is not stored here.`,
    );
    if (item.role === "system" || item.role === "developer") return { kind: "system", texts: textsOf(item.content) };
    if (item.role === "user") return { kind: "user", texts: textsOf(item.content) };
    demand(item.role === "assistant", `'${item.role}' is not one of the roles.`);
    return { kind: "said", texts: textsOf(item.content) };
  });
}

const isName = (name: unknown) => typeof name === "string" && /^[\w-]{1,64}$/.test(name);

function checkTools(tools: unknown): void {
  if (tools === undefined) return;
  for (const tool of listOf(tools, "tools")) {
    const { name, parameters } = tool.function === undefined ? tool : fieldsOf(tool.function);
    demand(isName(name), `'${name}' is no name for a tool.`);
    demand(fieldsOf(parameters).type === "object", `The parameters of '${name}' must be of the type 'object'.`);
  }
}

function checkOrder(entries: Entry[]): void {
  const firstOther = entries.findIndex(({ kind }) => kind !== "system");
  demand(firstOther >= 0, "There is nothing to answer.");
  demand(!entries.slice(firstOther).some(({ kind }) => kind === "system"), "System messages stand at the beginning.");
  demand(entries[firstOther]?.kind === "user", "The first to speak is the user.");
  const last = entries.at(-1)?.kind;
  demand(last === "user" || last === "result", "The last message is the user's, or a result of a tool.");
}

function checkEntry(entry: Entry): void {
  switch (entry.kind) {
    case "call":
      demand(
        typeof entry.id === "string" && /^.{1,64}$/.test(entry.id),
        "A call needs an id of at most 64 characters.",
      );
      demand(isName(entry.name), `'${entry.name}' is no name for a tool.`);
      demand(isObjectInText(entry.arguments), `The arguments of '${entry.id}' are not a JSON object.`);
      return;
    case "result":
      demand(
        textsOf(entry.output).length > 0 && textsOf(entry.output).every((text) => typeof text === "string"),
        `The result of '${entry.id}' has no text.`,
      );
      return;
    case "other":
      return;
    default:
      demand(
        entry.texts.length > 0 && entry.texts.every((text) => typeof text === "string" && text.trim() !== ""),
        `A message of the kind '${entry.kind}' is empty.`,
      );
  }
}

function isObjectInText(text: unknown): boolean {
  if (typeof text !== "string") return false;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Each call has one result, after the calls of the same step and before anything else. */
function checkCalls(entries: Entry[]): void {
  const seen = new Set<unknown>();
  const open = new Set<unknown>();
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === "result") {
      demand(open.delete(entry.id), `The result of '${entry.id}' has no call right before it, or is its second one.`);
      continue;
    }
    const isNextCall = entry.kind === "call" && entries[place - 1]?.kind === "call";
    demand(open.size === 0 || isNextCall, `The call '${[...open][0]}' has no result right after it.`);
    if (entry.kind !== "call") continue;
    demand(!seen.has(entry.id), `The id '${entry.id}' is used by two calls.`);
    seen.add(entry.id);
    open.add(entry.id);
  }
  demand(open.size === 0, `The call '${[...open][0]}' has no result right after it.`);
}
