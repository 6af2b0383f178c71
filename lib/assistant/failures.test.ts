import { APICallError, RetryError } from "ai";
import { expect, test } from "vitest";
import { BrokenOff, failureOf, isPassing } from "./failures";

const secret = "Incorrect API key provided: sk-canary-4711.";
const refusal = (statusCode: number | undefined, more: { headers?: Record<string, string>; data?: unknown } = {}) =>
  new APICallError({
    message: secret,
    url: "http://model",
    requestBodyValues: { secret },
    responseBody: secret,
    statusCode,
    responseHeaders: more.headers,
    data: more.data,
  });
const unreachable = new APICallError({
  message: `Cannot connect to API: ${secret}`,
  url: "http://model",
  requestBodyValues: {},
  cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
  isRetryable: true,
});

test.each<[what: string, error: unknown, code: string, told: RegExp]>([
  ["401", refusal(401), "model_auth", /refused the server's key/],
  ["403", refusal(403), "model_auth", /refused the server's key/],
  ["402", refusal(402), "rate_limited", /quota is used up/],
  ["404", refusal(404), "model_unavailable", /is not there/],
  ["400", refusal(400), "model_failed", /refused this request/],
  ["413", refusal(413), "model_failed", /refused this request/],
  ["429", refusal(429), "rate_limited", /Wait a moment/],
  ["429 with a short wait", refusal(429, { headers: { "retry-after": "2" } }), "rate_limited", /Wait a moment/],
  ["429 with a wait", refusal(429, { headers: { "retry-after": "45" } }), "rate_limited", /again in 45 seconds\./],
  [
    "503 with a long wait",
    refusal(503, { headers: { "retry-after": "600" } }),
    "rate_limited",
    /again in 10 minutes\./,
  ],
  ["500", refusal(500), "model_unavailable", /can't be reached/],
  ["503", refusal(503), "model_unavailable", /can't be reached/],
  ["a refused connection", unreachable, "model_unavailable", /can't be reached/],
  [
    "the last of several attempts",
    new RetryError({ message: "", reason: "maxRetriesExceeded", errors: [refusal(429)] }),
    "rate_limited",
    /busy/,
  ],
  ["a broken stream", new BrokenOff(new TypeError(`terminated ${secret}`)), "model_failed", /broke off/],
  ["an error in the stream", { message: secret, type: "server_error" }, "model_failed", /broke off/],
  [
    "an error in the stream that names a limit",
    { message: secret, code: "rate_limit_exceeded" },
    "rate_limited",
    /busy/,
  ],
  [
    "an error in the stream that names a status",
    new BrokenOff({ message: secret, code: 503 }),
    "model_failed",
    /broke off/,
  ],
  ["a missing key", Object.assign(new Error(secret), { name: "AI_LoadAPIKeyError" }), "model_auth", /key/],
  ["anything else", new Error(secret), "model_failed", /broke off/],
])("%s has a sentence for the person, without the provider's words", (_, error, code, told) => {
  const failure = failureOf(error);
  expect(failure).toEqual({ code, message: expect.stringMatching(told) });
  expect(failure.message).not.toMatch(/sk-canary|Incorrect|http/);
});

test("only what may well pass is tried again", () => {
  expect([408, 409, 429, 500, 503].filter((status) => !isPassing(refusal(status)))).toEqual([]);
  expect([400, 401, 402, 403, 404, 413, 422].filter((status) => isPassing(refusal(status)))).toEqual([]);
  expect(isPassing(unreachable)).toBe(true);
  expect(isPassing(new BrokenOff())).toBe(true);
  expect(isPassing(new BrokenOff({ code: 400, message: "too long" }))).toBe(false);
  expect(isPassing(new BrokenOff({ code: "insufficient_quota", message: "pay" }))).toBe(false);
  expect(isPassing(refusal(429, { data: { error: { code: "insufficient_quota" } } }))).toBe(false);
  expect(isPassing(new TypeError("a fault of ours"))).toBe(false);
});
