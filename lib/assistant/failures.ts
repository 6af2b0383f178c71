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

export const failure = (code: ReplyErrorCode): Failure => ({ code, message: sentences[code] });

/** What a provider's error means to the person. Its own text, which may hold a key or an address, goes to the log only. */
export function failureOf(error: unknown): Failure {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  if (APICallError.isInstance(cause)) {
    const status = cause.statusCode;
    if (status === 401 || status === 403) return failure("model_auth");
    if (status === 429) return failure("rate_limited");
    if (status === undefined || status === 404 || status >= 500) return failure("model_unavailable");
    return failure("model_failed");
  }
  if (cause instanceof Error && /LoadAPIKey/.test(cause.name)) return failure("model_auth");
  return failure("model_failed");
}
