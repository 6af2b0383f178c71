import "server-only";
import { pino } from "pino";
import { env } from "@/lib/env";
import { remember } from "@/lib/remember";

/** Plain JSON lines on standard output. What people wrote (messages, titles, passwords) is not logged. */
export const log = remember("log", () =>
  pino({
    level: env.LOG_LEVEL,
    base: undefined,
    redact: ["password", "*.password", "*.passwordHash", "*.token", "headers.cookie", "headers.authorization"],
    serializers: { error: plainError },
  }),
);

// What an error says may hold what people wrote: a refused row stands in `cause.detail` of the database's errors, and the
// whole data of a call in the message of Prisma's validation errors, whose last line is the reason.
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, cause } = error;
  const code = "code" in error ? error.code : undefined;
  const message = name === "PrismaClientValidationError" ? error.message.split("\n").at(-1) : error.message;
  const stack = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { name, code, message, stack, ...(cause instanceof Error ? { cause: plainError(cause) } : {}) };
}
