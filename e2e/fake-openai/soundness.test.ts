import { expect, test } from "vitest";
import { unsoundness } from "./soundness";

const user = { role: "user", content: "Add milk." };
const call = (id = "c1", name = "create_task", args: unknown = '{"title":"Milk"}') => ({
  id,
  type: "function",
  function: { name, arguments: args },
});
const called = (...calls: object[]) => ({ role: "assistant", content: null, tool_calls: calls });
const result = (id = "c1", content: unknown = "done") => ({ role: "tool", tool_call_id: id, content });

const itemUser = { role: "user", content: [{ type: "input_text", text: "Add milk." }] };
const itemCall = (id = "c1", name = "create_task", args: unknown = "{}") => ({
  type: "function_call",
  call_id: id,
  name,
  arguments: args,
});
const itemResult = (id = "c1", output: unknown = "done") => ({ type: "function_call_output", call_id: id, output });
const itemSaid = { role: "assistant", content: [{ type: "output_text", text: "Done." }] };

const ofChat = (...messages: object[]) => unsoundness("chat-completions", { messages });
const ofResponses = (...input: object[]) => unsoundness("responses", { input });

test("a conversation in which each call has its result right after it is sound", () => {
  const system = { role: "system", content: "You are Docket." };
  const said = { role: "assistant", content: "Done." };
  expect(ofChat(system, user, called(call("a"), call("b")), result("b"), result("a"), said, user)).toBeNull();
  expect(ofChat(user, { ...called(call()), content: "I'll do it." }, result())).toBeNull();
  expect(
    ofResponses(itemUser, itemCall("a"), itemCall("b"), itemResult("a"), itemResult("b"), itemSaid, itemUser),
  ).toBeNull();
  expect(unsoundness("responses", { input: "Hello" })).toBeNull();
});

test.each<[what: string, why: RegExp, chat: object[], responses: object[]]>([
  ["a call without a result", /has no result/, [user, called(call()), user], [itemUser, itemCall(), itemUser]],
  ["a call without a result at the end", /last message|no result/, [user, called(call())], [itemUser, itemCall()]],
  [
    "a result that comes too late",
    /has no result right after/,
    [user, called(call()), user, result()],
    [itemUser, itemCall(), itemSaid, itemResult()],
  ],
  ["a result without a call", /has no call/, [user, result()], [itemUser, itemResult()]],
  [
    "two results of one call",
    /has no call|second/,
    [user, called(call()), result(), result()],
    [itemUser, itemCall(), itemResult(), itemResult()],
  ],
  [
    "a result of another call",
    /has no call/,
    [user, called(call("a")), result("b")],
    [itemUser, itemCall("a"), itemResult("b")],
  ],
  [
    "one id for two calls",
    /used by two/,
    [user, called(call()), result(), called(call()), result()],
    [itemUser, itemCall(), itemResult(), itemCall(), itemResult()],
  ],
  [
    "one id for two calls of a step",
    /used by two/,
    [user, called(call(), call()), result()],
    [itemUser, itemCall(), itemCall(), itemResult()],
  ],
  [
    "an id that is too long",
    /64/,
    [user, called(call("x".repeat(65))), result("x".repeat(65))],
    [itemUser, itemCall("x".repeat(65)), itemResult("x".repeat(65))],
  ],
  [
    "a name that is none",
    /no name/,
    [user, called(call("a", "do it!")), result("a")],
    [itemUser, itemCall("a", "do it!"), itemResult("a")],
  ],
  [
    "arguments that are cut",
    /JSON object/,
    [user, called(call("a", "b", '{"ti')), result("a")],
    [itemUser, itemCall("a", "b", '{"ti'), itemResult("a")],
  ],
  [
    "arguments that are a list",
    /JSON object/,
    [user, called(call("a", "b", "[1]")), result("a")],
    [itemUser, itemCall("a", "b", "[1]"), itemResult("a")],
  ],
  [
    "arguments that are no text",
    /JSON object/,
    [user, called(call("a", "b", {})), result("a")],
    [itemUser, itemCall("a", "b", {}), itemResult("a")],
  ],
  [
    "a result without text",
    /has no text/,
    [user, called(call()), result("c1", null)],
    [itemUser, itemCall(), itemResult("c1", null)],
  ],
  ["an empty question", /is empty/, [{ role: "user", content: "" }], [{ role: "user", content: [] }]],
  [
    "a blank part of a question",
    /is empty/,
    [{ role: "user", content: [{ type: "text", text: " " }] }],
    [{ role: "user", content: [{ text: "" }] }],
  ],
  [
    "an empty answer",
    /is empty/,
    [user, { role: "assistant", content: "" }, user],
    [itemUser, { role: "assistant", content: [] }, itemUser],
  ],
  [
    "an end in the model's own words",
    /last message/,
    [user, { role: "assistant", content: "Done." }],
    [itemUser, itemSaid],
  ],
  [
    "a beginning in the model's own words",
    /first to speak/,
    [{ role: "assistant", content: "Hi." }, user],
    [itemSaid, itemUser],
  ],
  [
    "a system message later on",
    /beginning/,
    [user, { role: "system", content: "x" }, user],
    [itemUser, { role: "system", content: "x" }, itemUser],
  ],
  [
    "a role that doesn't exist",
    /one of the roles/,
    [{ role: "robot", content: "x" }],
    [{ role: "robot", content: "x" }],
  ],
  ["nothing at all", /not empty/, [], []],
])("%s is refused in both protocols", (_, why, chat, responses) => {
  expect(ofChat(...chat)).toMatch(why);
  expect(ofResponses(...responses)).toMatch(why);
});

test("what only one of the protocols knows is refused there", () => {
  expect(ofChat(user, { role: "assistant", content: null }, user)).toMatch(/content or tool_calls/);
  expect(ofChat(user, { role: "assistant", content: "x", tool_calls: [] }, user)).toMatch(/not empty/);
  expect(ofChat(user, called({ ...call(), type: "magic" }), result())).toMatch(/type 'function'/);
  expect(ofResponses(itemUser, { type: "item_reference", id: "msg_1" })).toMatch(/not stored/);
});

test("tools need a name and an object of parameters", () => {
  const asked = (tools: unknown) => unsoundness("chat-completions", { messages: [user], tools });
  expect(asked([{ type: "function", function: { name: "a", parameters: { type: "object" } } }])).toBeNull();
  expect(asked([{ type: "function", function: { name: "a b", parameters: { type: "object" } } }])).toMatch(/no name/);
  expect(asked([{ type: "function", function: { name: "a", parameters: {} } }])).toMatch(/type 'object'/);
  expect(asked([])).toMatch(/not empty/);
});
