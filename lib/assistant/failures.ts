import "server-only";
import { APICallError, RetryError } from "ai";
import type { ReplyErrorCode } from "./schema";

export type Failure = { code: ReplyErrorCode; message: string };

const sentences: { [C in ReplyErrorCode]: string } = {
  interrupted: "The reply was interrupted. What had arrived is kept; nothing that was changed is lost.",
  model_auth:
    "The model refused the server's key. Whoever runs this server should check OPENAI_API_KEY; the built-in assistant works without one.",
  rate_limited: "The model is busy or its quota is used up. Wait a moment, then send that again.",
  model_unavailable: "The model can't be reached just now. Try again in a moment, or choose the built-in assistant.",
  model_timeout: "The model took too long, so the reply was ended. What had arrived is kept.",
  model_failed: "The model broke off. What had arrived is kept; try again.",
  loop: "The assistant kept calling tools without an end, so it was stopped. What it changed is listed above.",
  internal: "Something went wrong on this server while the reply was written. What had arrived is kept.",
};

export const failure = (code: ReplyErrorCode, message = sentences[code]): Failure => ({ code, message });

/** For a model that was told what is wrong with its arguments, and sent others that don't fit either. */
export const misfits = failure(
  "loop",
  "The model kept asking for changes in a form that makes no sense, so it was stopped. What it changed before is listed above.",
);

/** A stream that broke, that reported an error, or that ended without saying how. */
export class BrokenOff extends Error {
  constructor(override readonly cause?: unknown) {
    super("The model's answer broke off");
  }
}

/** What a provider's error means to the person. Its own text, which may hold a key or an address, goes to the log only. */
export function failureOf(error: unknown, now = Date.now()): Failure {
  const cause = causeOf(error);
  const status = statusOf(cause);
  if (status === 401 || status === 403) return failure("model_auth");
  const wait = askedWait(cause, now);
  if (status !== undefined && wait !== null && wait > 5_000) {
    return failure("rate_limited", `The model is busy or its quota is used up. Send that again in ${inWords(wait)}.`);
  }
  if (status === 429 || status === 402) return failure("rate_limited");
  if (status === 404) {
    return failure("model_unavailable", "The chosen model is not there. Choose another one, then send that again.");
  }
  if (status !== undefined && status >= 500) return failure(isMidStream(error) ? "model_failed" : "model_unavailable");
  if (status !== undefined && !isPassingStatus(status)) {
    return failure("model_failed", "The model refused this request. Ask in other words, or choose another model.");
  }
  if (APICallError.isInstance(error) && error.statusCode === undefined) return failure("model_unavailable");
  if (cause instanceof Error && /LoadAPIKey/.test(cause.name)) return failure("model_auth");
  return failure("model_failed");
}

const isMidStream = (error: unknown) => error instanceof BrokenOff || !APICallError.isInstance(causeOf(error));

/** Whether the same call may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  const cause = causeOf(error);
  if (isOutOfQuota(cause)) return false;
  if (!(error instanceof BrokenOff)) return APICallError.isInstance(cause) && cause.isRetryable;
  const status = statusOf(cause);
  return status === undefined || isPassingStatus(status);
}

const isPassingStatus = (status: number) => [408, 409, 429].includes(status) || status >= 500;

/** A used-up account answers 429 like a busy model, but a second later it is still used up. */
const isOutOfQuota = (cause: unknown) => {
  const { data, code } = fieldsOf(cause);
  const { error } = fieldsOf(data);
  return [code, fieldsOf(error).code].includes("insufficient_quota");
};

/** Milliseconds for which a provider asks to be left alone, by `retry-after-ms` or `Retry-After` (seconds or a date). */
export function askedWait(error: unknown, now = Date.now()): number | null {
  const cause = causeOf(error);
  const headers = APICallError.isInstance(cause) ? (cause.responseHeaders ?? {}) : {};
  const exact = Number.parseFloat(headers["retry-after-ms"] ?? "");
  if (exact >= 0) return exact;
  const asked = headers["retry-after"]?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1_000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function causeOf(error: unknown): unknown {
  if (RetryError.isInstance(error)) return causeOf(error.lastError);
  return error instanceof BrokenOff ? error.cause : error;
}

/** The HTTP status of a refusal, also when it came as an error inside a stream. */
function statusOf(cause: unknown): number | undefined {
  const { statusCode, code, type } = fieldsOf(cause);
  const status = [statusCode, code].map(Number).find((number) => number >= 400 && number < 600);
  return status ?? (/rate_limit|quota/.test(`${code} ${type}`) ? 429 : undefined);
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};

function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds <= 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
