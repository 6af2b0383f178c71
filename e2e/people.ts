import { randomInt, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";

/** An answer of the server, read to its end: JSON as it is, anything else as text. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** A reply as the chat's stream told it. */
export type ReplyHeard = { conversationId: string; replyId: string; text: string; chunks: Chunk[] };
export type Chunk = { type: string; [field: string]: unknown };

export type Person = {
  email: string;
  password: string;
  name: string;
  baseURL: string;
  cookie: string;
  /** A request as this person's browser would make it. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The same, not read: for streams. */
  open(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Runs a tool as the interface does; anything but success fails the test. */
  tool(name: string, input: object): Promise<Record<string, unknown>>;
  /** Sends a message and hears the reply to its end. */
  say(text: string, conversationId?: string): Promise<ReplyHeard>;
  /** The same person on another instance of the app, or with another cookie. */
  at(change: { baseURL?: string; cookie?: string }): Person;
};

export const timeZone = "Europe/Paris";

type Who = { email: string; password: string; name: string; baseURL: string; cookie: string; address: string };

/** People live at addresses of their own, so that the limits per address stay what they are in production. */
const anyAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

function personFrom(who: Who): Person {
  const open: Person["open"] = (method, path, body, headers = {}) =>
    fetch(new URL(path, who.baseURL), {
      method,
      redirect: "manual",
      headers: {
        origin: new URL(who.baseURL).origin,
        "x-forwarded-for": who.address,
        ...(who.cookie && { cookie: who.cookie }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined || typeof body === "string" ? (body ?? null) : JSON.stringify(body),
    });
  const ask: Person["ask"] = async (method, path, body, headers) => read(await open(method, path, body, headers));
  return {
    ...who,
    open,
    ask,
    at: (change) => personFrom({ ...who, ...change }),
    tool: async (name, input) => {
      const answer = await ask("POST", `/api/tools/${name}`, input);
      expect(answer.status, answer.text).toBe(200);
      return (answer.body as { output: Record<string, unknown> }).output;
    },
    say: async (text, conversationId = randomUUID()) => {
      const answer = await ask("POST", "/api/chat", { conversationId, messageId: randomUUID(), text, timeZone });
      expect(answer.status, answer.text).toBe(200);
      return heard(answer);
    },
  };
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = text !== "" && /[/+]json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text };
}

/** The reply that a stream of UI-message chunks tells. */
export function heard(answer: Answer): ReplyHeard {
  const chunks = chunksOf(answer.text);
  return {
    conversationId: answer.headers.get("x-docket-conversation") ?? "",
    replyId: answer.headers.get("x-docket-reply") ?? "",
    text: chunks.map((chunk) => (chunk.type === "text-delta" ? String(chunk.delta) : "")).join(""),
    chunks,
  };
}

export const chunksOf = (text: string): Chunk[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice("data: ".length)));

/** A browser without an account. */
export const stranger = (baseURL: string): Person =>
  personFrom({ email: "", password: "", name: "", baseURL, cookie: "", address: anyAddress() });

/** A fresh account, signed in. */
export async function signUp(baseURL: string, overrides: Partial<Pick<Person, "email" | "password" | "name">> = {}) {
  const who = {
    email: `person-${randomUUID()}@example.com`,
    password: `correct horse ${randomUUID()}`,
    name: "Robin Example",
    ...overrides,
  };
  const answer = await stranger(baseURL).ask("POST", "/api/users", { ...who, timeZone });
  expect(answer.status, answer.text).toBe(201);
  return personFrom({ ...who, baseURL, cookie: cookieOf(answer), address: anyAddress() });
}

/** The cookies that an answer sets, as a Cookie header. */
export const cookieOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** A person's cookies, for a browser context. */
export const browserCookies = (person: Person) =>
  person.cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), domain: new URL(person.baseURL).hostname, path: "/" };
  });
