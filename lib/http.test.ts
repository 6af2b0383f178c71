import { expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError, registerTranslator, translateError } from "./errors";
import { door, json, problem, readJson, readQuery, uuidParam } from "./http";

// Some of these errors belong in the log of a server, not among the results.
vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const schema = z.strictObject({
  title: z.string().min(1).max(5),
  due: z.iso.date().optional(),
  priority: z.enum(["none", "high"]).optional(),
  numbers: z.array(z.int().positive()).max(2).optional(),
  limit: z.union([z.literal("always"), z.int()]).optional(),
  extra: z.unknown().optional(),
});
const echo = door(async (request) => json(await readJson(request, schema)));

const own = { host: "localhost:3000", origin: "http://localhost:3000" };
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  echo(
    new Request("http://localhost:3000/api/echo", {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...own, ...headers },
    }),
    undefined,
  );
const send = (value: unknown, headers?: Record<string, string>) => post(JSON.stringify(value), headers);
const detail = async (response: Response) => ((await response.json()) as { detail: string }).detail;

test.each([
  ["same origin, said by the browser", { "sec-fetch-site": "same-origin" }, 200],
  ["typed by the person", { "sec-fetch-site": "none", origin: "null" }, 200],
  ["another site", { "sec-fetch-site": "cross-site" }, 403],
  ["another port or subdomain of the site", { "sec-fetch-site": "same-site" }, 403],
  ["only our Origin", {}, 200],
  ["only a foreign Origin", { origin: "https://evil.example" }, 403],
  ["our name inside a foreign Origin", { origin: "http://localhost:3000.evil.example" }, 403],
  ["our host on another port", { origin: "http://localhost:3001" }, 403],
  ["Origin null", { origin: "null" }, 403],
  ["Origin that is no address", { origin: "localhost:3000/" }, 403],
])("an unsafe request from %s is answered %s %s", async (_, headers, status) => {
  expect((await send({ title: "milk" }, headers)).status).toBe(status);
});

test("an unsafe request that says nothing about where it comes from is refused", async () => {
  const request = new Request("http://localhost:3000/", { method: "DELETE", headers: { host: "localhost:3000" } });
  const response = await door(async () => json("deleted"))(request, undefined);
  expect(response.status).toBe(403);
});

test("a safe request needs no origin", async () => {
  const response = await door(async () => json("read"))(new Request("http://localhost:3000/"), undefined);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx"])(
  "a body of type %s is refused",
  async (type) => {
    expect((await send({ title: "milk" }, { "content-type": type })).status).toBe(403);
  },
);

test("a POST without a body needs no type", async () => {
  const request = new Request("http://localhost:3000/", { method: "POST", headers: own });
  expect((await door(async () => json("done"))(request, undefined)).status).toBe(200);
});

test("a body over the limit is refused by its length, and by its bytes when it tells no length", async () => {
  const large = JSON.stringify({ title: "milk", extra: "x".repeat(65 * 1024) });
  expect((await post(large, { "content-length": String(large.length) })).status).toBe(413);
  expect((await post(large)).status).toBe(413);
});

test("a nesting of 8 levels is read, one of 9 is refused, and a huge one doesn't break anything", async () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
  expect((await send({ title: "milk", extra: nested(7) })).status).toBe(200);
  const deep = await send({ title: "milk", extra: nested(8) });
  expect(deep.status).toBe(400);
  expect(await detail(deep)).toBe("The JSON is nested too deeply: at most 8 levels.");
  expect((await post("[".repeat(30_000) + "]".repeat(30_000))).status).toBe(400);
});

test.each(["", "{", "{'title':1}", '{"title":"milk"}}', "undefined"])("malformed JSON %j is a 400", async (body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await detail(response)).toBe("The body of the request is not valid JSON.");
});

test("bytes that are not UTF-8 are a 400", async () => {
  const response = await post(new Uint8Array([0x22, 0xff, 0x22]));
  expect(response.status).toBe(400);
});

test.each(['{"title":"a\\u0000b"}', '{"title":"\\ud800"}', '{"title":"a","extra":{"\\u0000":1}}'])(
  "%s holds a character that PostgreSQL can't store: a 400",
  async (body) => {
    expect((await post(body)).status).toBe(400);
  },
);

test.each([
  ['{"title":"a","userId":"me"}', 'The field "userId" is not known here.'],
  ['{"title":"a","__proto__":{"isAdmin":true}}', 'The field "__proto__" is not known here.'],
  ['{"title":"a","extra":{"__proto__":{}}}', 'The field "__proto__" is not known here.'],
  ['{"id":{"contains":""}}', 'The field "id" is not known here.'],
  ["{}", 'The field "title" is missing.'],
  ['{"title":7}', '"title" must be text.'],
  ['{"title":""}', '"title" must not be empty.'],
  ['{"title":"bananas"}', '"title" is too long: at most 5 characters.'],
  ['{"title":"a","due":"2026-02-30"}', '"due" is not a date that exists; write it as 2026-11-27.'],
  ['{"title":"a","priority":"urgent"}', '"priority" must be one of none, high.'],
  ['{"title":"a","numbers":[1,2,3]}', '"numbers" has too many entries: at most 2.'],
  ['{"title":"a","numbers":[1.5]}', '"numbers.0" must be a whole number.'],
  ['{"title":"a","numbers":[0]}', '"numbers.0" must be more than 0.'],
  ['{"title":"a","limit":"often"}', '"limit" must be always or a number.'],
  ["[]", "The input must be an object."],
])("%s is refused with a sentence that names the field", async (body, sentence) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await detail(response)).toBe(sentence);
});

test("nothing of a refused body reaches the prototype of objects", async () => {
  await post('{"title":"a","__proto__":{"polluted":true}}');
  expect("polluted" in {}).toBe(false);
});

test("a query is read strictly", () => {
  const view = z.strictObject({ limit: z.coerce.number().int().max(100).optional() });
  const read = (query: string) => readQuery(new Request(`http://localhost/?${query}`), view);
  expect(read("limit=5")).toEqual({ limit: 5 });
  expect(() => read("limit=5&limit=6")).toThrow('"limit" is given more than once.');
  expect(() => read("limit=500")).toThrow('"limit" must be at most 100.');
  expect(() => read("userId=1")).toThrow('The field "userId" is not known here.');
  expect(() => read("__proto__=1")).toThrow('The field "__proto__" is not known here.');
});

test("an id that is no UUID is answered like a missing one", () => {
  expect(uuidParam("0198A7E2-0000-7000-8000-000000000000")).toBe("0198a7e2-0000-7000-8000-000000000000");
  expect(() => uuidParam("1; drop table")).toThrow(expect.objectContaining({ code: "not_found" }));
});

test("an error for the reader keeps its details, status and Retry-After", async () => {
  const response = problem(
    new AppError("conflict", "A reply is still running.", {
      details: { status: 422, reply: "r1", detail: "no" },
      retryAfter: 1.2,
    }),
  );
  expect(response.status).toBe(422);
  expect(response.headers.get("retry-after")).toBe("2");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Conflict",
    status: 422,
    detail: "A reply is still running.",
    code: "conflict",
    reply: "r1",
  });
});

test("an error that was not written for the reader tells nothing", async () => {
  const response = problem(new Error("password=hunter2 at 10.0.0.3"));
  expect(response.status).toBe(500);
  expect(await detail(response)).toBe("That did not work; nothing was changed.");
});

test("errors of the database are read by the translator that registered", () => {
  registerTranslator((error) => (error === "23505" ? new AppError("conflict", "There is one already.") : null));
  expect(translateError("23505").code).toBe("conflict");
  expect(translateError("other").code).toBe("internal");
  const own = new AppError("denied", "No.");
  expect(translateError(own)).toBe(own);
});
