import "server-only";
import { z } from "zod";
import { counted } from "@/lib/drain";
import { env, isHttps, strictTransport } from "@/lib/env";
import { AppError, type ErrorCode, translateError } from "@/lib/errors";
import { log } from "@/lib/log";
import { fieldOf, sentenceOf, shorten } from "@/lib/sentence";

export { sentenceOf };

const statuses: { [C in ErrorCode]: { status: number; title: string } } = {
  unauthenticated: { status: 401, title: "Not signed in" },
  denied: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  invalid: { status: 400, title: "Not understood" },
  conflict: { status: 409, title: "Conflict" },
  too_large: { status: 413, title: "Too large" },
  too_many: { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "Not available right now" },
  internal: { status: 500, title: "Internal error" },
};

type Handler<Context, Incoming extends Request> = (request: Incoming, context: Context) => Promise<Response>;

/** Every route handler stands behind this: requests from other sites are refused, and whatever is thrown becomes problem+json. */
export function door<Context = unknown, Incoming extends Request = Request>(
  handler: Handler<Context, Incoming>,
  { accepts = "application/json" }: { accepts?: string } = {},
): Handler<Context, Incoming> {
  return async (request, context) => {
    const response = await answer(request, context);
    if (!isHttps()) return response;
    // Anew, because the headers of a redirect can't be changed.
    const secured = new Response(response.body, response);
    secured.headers.set("Strict-Transport-Security", strictTransport);
    return secured;
  };

  async function answer(request: Incoming, context: Context): Promise<Response> {
    try {
      refuseOtherSites(request);
      refuseOtherTypes(request, accepts);
      return await counted(() => handler(request, context));
    } catch (error) {
      return problem(error);
    }
  }
}

/** RFC 9457. `details.status` overrides the status that the code stands for. */
export function problem(thrown: unknown): Response {
  const error = translateError(thrown);
  if (error.code === "internal") log.error({ error: error.cause ?? error }, "a request failed");
  if (error.code === "unavailable") log.warn({ error: error.cause ?? error }, "a request could not be served");
  const { status: override, ...details } = error.details;
  const { status, title } = statuses[error.code];
  const actual = typeof override === "number" ? override : status;
  const body = { ...details, type: "about:blank", title, status: actual, detail: error.message, code: error.code };
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (error.retryAfter !== undefined) headers.set("Retry-After", String(Math.max(1, Math.ceil(error.retryAfter))));
  return new Response(JSON.stringify(body), { status: actual, headers });
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return Response.json(value, { ...init, headers });
}

/** 204. */
export const nothing = (headers: Record<string, string> = {}) =>
  new Response(null, { status: 204, headers: { "Cache-Control": "no-store", ...headers } });

const bodyLimit = 64 * 1024;
const depthLimit = 8;

/** The body, checked: size, JSON, depth, characters that can be stored, and the schema. */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { limit = bodyLimit }: { limit?: number } = {},
): Promise<z.output<Schema>> {
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body of the request is not valid JSON.");
  }
  refuseOddities(value, 1);
  return parsed(schema, value);
}

/** The query string, checked. Its values are strings: numbers need `z.coerce`. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const value: Record<string, string> = {};
  for (const [name, text] of new URL(request.url).searchParams) {
    if (Object.hasOwn(value, name)) throw new AppError("invalid", `"${shorten(name)}" is given more than once.`);
    Object.defineProperty(value, name, { value: text, enumerable: true });
  }
  refuseOddities(value, 1);
  return parsed(schema, value);
}

/** An id out of a path. One that is no UUID can't be anybody's: the same answer as for a missing one. */
export function uuidParam(value: string): string {
  const id = z.uuid().safeParse(value);
  if (!id.success) throw new AppError("not_found", "There is nothing here by that id.");
  return id.data.toLowerCase();
}

/** `schema.parse` whose error is one sentence for its reader. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const field = fieldOf(result.error);
  throw new AppError("invalid", sentenceOf(result.error), { details: field === null ? {} : { field } });
}

// Next doesn't protect route handlers. Browsers say where a request comes from (Sec-Fetch-Site, but over plain http only on
// localhost; Origin on every unsafe one); what says nothing at all is refused too, so a script names its Origin.
function refuseOtherSites(request: Request): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  if (site === null ? isOwnOrigin(request) : site === "same-origin" || site === "none") return;
  throw new AppError("denied", "This request comes from another site. Open Docket itself and try again.");
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  if (env.PUBLIC_URL !== undefined && origin === new URL(env.PUBLIC_URL).origin) return true;
  const host = request.headers.get("host");
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`);
}

// Forms of other sites can send text/plain, but not JSON without asking first.
function refuseOtherTypes(request: Request, accepted: string): void {
  if (!["POST", "PUT", "PATCH"].includes(request.method)) return;
  const type = request.headers.get("content-type");
  const isEmpty = !request.headers.has("transfer-encoding") && Number(request.headers.get("content-length") ?? 0) === 0;
  if (type === null && isEmpty) return;
  if (type?.split(";")[0]?.trim().toLowerCase() === accepted) return;
  throw new AppError("denied", `Send the body with the header "Content-Type: ${accepted}".`);
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new AppError("too_large", `The request is too large: at most ${Math.floor(limit / 1024)} kB.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", "The body of the request could not be read as UTF-8 text.");
  }
}

// PostgreSQL stores neither U+0000 nor half a surrogate pair.
const canBeStored = (text: string) => !/\p{Surrogate}|\0/u.test(text);

function refuseOddities(value: unknown, depth: number): void {
  if (typeof value === "string" && !canBeStored(value)) {
    throw new AppError("invalid", "The text contains a character that can't be stored. Remove it and try again.");
  }
  if (typeof value !== "object" || value === null) return;
  if (depth > depthLimit) throw new AppError("invalid", `The JSON is nested too deeply: at most ${depthLimit} levels.`);
  for (const [name, inner] of Object.entries(value)) {
    if (name === "__proto__" || !canBeStored(name))
      throw new AppError("invalid", `The field "${shorten(name)}" is not known here.`);
    refuseOddities(inner, depth + 1);
  }
}
