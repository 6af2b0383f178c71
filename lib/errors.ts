/** The nine things that can be wrong. `lib/http.ts` maps each to its status once. */
export const errorCodes = [
  "unauthenticated",
  "denied",
  "not_found",
  "invalid",
  "conflict",
  "too_large",
  "too_many",
  "unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * An error that its reader may see: `message` is a sentence that a person can act on.
 * `details` are extra members of the problem+json answer (RFC 9457), `retryAfter` seconds for the header of that name.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
    this.retryAfter = options.retryAfter;
  }
}

/** What a reader is told of an error that wasn't written for them; the error itself goes to the server's log. */
export const internalMessage = "That did not work; nothing was changed.";
