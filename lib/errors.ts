import { remember } from "@/lib/remember";

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

/** By name, not by class: bundles may hold this module more than once. */
const isAppError = (error: unknown): error is AppError => error instanceof Error && error.name === "AppError";

type Translator = (error: unknown) => AppError | null;
const translator = remember<{ current: Translator }>("error-translator", () => ({ current: () => null }));

/** Whoever throws errors in a language of its own (the database) says here how to read them. */
export function registerTranslator(translate: Translator): void {
  translator.current = translate;
}

/** Any thrown thing as an error that its reader may see. What nobody can read is `internal`, with the original as its cause. */
export function translateError(error: unknown): AppError {
  if (isAppError(error)) return error;
  return translator.current(error) ?? new AppError("internal", internalMessage, { cause: error });
}
