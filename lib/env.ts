import { z } from "zod";

// Anyone can read it here, and so could forge a session that was signed with it: refused in production.
const developmentSecret = "docket-development-secret-not-for-production";

const isAddress = (text: string, ...protocols: string[]) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const wholeNumber = (least: number, most: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);

const isWeak = (secret: string) =>
  Buffer.byteLength(secret) < 32 || new Set(secret).size < 10 || secret === developmentSecret;

/** Each variable with the sentence for a value that makes no sense. What is absent or empty takes the default. */
const variables = {
  NODE_ENV: z
    .enum(["development", "test", "production"], "NODE_ENV must be development, test or production.")
    .default("development"),
  DATABASE_URL: z
    .string("DATABASE_URL is not set. `npm start` sets it; otherwise name a PostgreSQL of version 15 or later.")
    .refine(
      (text) => isAddress(text, "postgres:", "postgresql:"),
      "DATABASE_URL must look like postgres://user:password@host:5432/docket.",
    ),
  DATABASE_POOL: wholeNumber(1, 200, "DATABASE_POOL must be a whole number from 1 to 200.").default(10),
  AUTH_SECRET: z
    .string()
    .optional()
    .transform((secret, issues) => {
      if (process.env.NODE_ENV !== "production") return secret ?? developmentSecret;
      if (secret && !isWeak(secret)) return secret;
      const fault = !secret
        ? "AUTH_SECRET is not set"
        : "AUTH_SECRET is too weak: it needs at least 32 random bytes of its own";
      issues.addIssue(`${fault}. \`npm start\` makes one; otherwise use the output of: openssl rand -base64 48`);
      return z.NEVER;
    }),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => isAddress(text, "http:", "https:") && new URL(text).pathname === "/",
      "PUBLIC_URL must be the address that people type, without a path, such as https://docket.example.com.",
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "HOST must be a name or an IP address to listen on, such as 127.0.0.1 or 0.0.0.0.")
    .default("127.0.0.1"),
  PORT: wholeNumber(1, 65_535, "PORT must be a whole number from 1 to 65535.").default(3000),
  TRUST_PROXY: z.enum(["on", "off"], "TRUST_PROXY must be on (behind one proxy of your own) or off.").default("off"),
  SIGNUP: z.enum(["on", "off"], "SIGNUP must be on or off.").default("on"),
  INACTIVE_DAYS: wholeNumber(1, 3_650, "INACTIVE_DAYS must be a whole number of days from 1 to 3650.").default(30),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, "VAPID_PRIVATE_KEY must be a private P-256 key: 32 bytes in base64url.")
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .refine(
      (text) => isAddress(text, "https:", "mailto:"),
      "VAPID_SUBJECT must be a mailto: or https: address at which a push service reaches whoever runs this Docket.",
    )
    .optional(),
  PUSH_HOSTS: z
    .string()
    .transform((text) => text.split(",").map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => /^[\w.-]+$/.test(host)),
      "PUSH_HOSTS must be host names with commas between them, without ports.",
    )
    .default([]),
  SMTP_URL: z
    .string()
    .refine(
      (text) => isAddress(text, "smtp:", "smtps:"),
      "SMTP_URL must look like smtps://user:password@mail.example.com, or smtp:// for a server without TLS from the start.",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'MAIL_FROM must be an e-mail address, such as docket@example.com or "Docket <docket@example.com>".',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent.",
    )
    .default("info"),
  OPENAI_API_KEY: z.string().regex(/^\S+$/, "OPENAI_API_KEY must be one word without spaces.").optional(),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      (text) => isAddress(text, "http:", "https:"),
      "OPENAI_BASE_URL must be an http address such as http://127.0.0.1:11434/v1.",
    )
    .transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  OPENAI_MODELS: z
    .string()
    .transform((text) => [...new Set(text.split(",").map((name) => name.trim()))].filter(Boolean))
    .refine(
      (names) => names.length > 0 && names.length <= 50 && names.every((name) => name.length <= 100),
      "OPENAI_MODELS must be up to 50 model names with commas between them.",
    )
    .default([]),
  CHAT_REPLIES_AT_ONCE: wholeNumber(1, 1_000, "CHAT_REPLIES_AT_ONCE must be a whole number from 1 to 1000.").default(3),
  CHAT_TURNS_PER_MINUTE: wholeNumber(
    1,
    100_000,
    "CHAT_TURNS_PER_MINUTE must be a whole number from 1 to 100000.",
  ).default(30),
  CHAT_TOKENS_PER_DAY: wholeNumber(
    0,
    999_999_999,
    "CHAT_TOKENS_PER_DAY must be a whole number; 0 sets no limit.",
  ).default(0),
};

type Name = keyof typeof variables;
export type Env = { readonly [N in Name]: z.output<(typeof variables)[N]> };

const names = Object.keys(variables) as Name[];
const known = new Map<Name, { text: string | undefined; value: unknown }>();

function read(name: Name): unknown {
  const text = process.env[name]?.trim() || undefined;
  // Libraries that read the environment themselves stumble over an empty variable.
  if (text === undefined) delete process.env[name];
  const before = known.get(name);
  // AUTH_SECRET is judged anew: what is good enough depends on NODE_ENV.
  if (before && before.text === text && name !== "AUTH_SECRET") return before.value;
  const { success, data, error } = variables[name].safeParse(text);
  if (!success) throw new Error(error.issues[0]?.message);
  known.set(name, { text, value: data });
  return data;
}

/**
 * The environment, each variable checked when it is first read: a build and a unit test need none of them.
 * What a variable is for stands in `.env.example`.
 */
export const env = Object.defineProperties(
  {},
  Object.fromEntries(names.map((name) => [name, { get: () => read(name), enumerable: true }])),
) as Env;

/** Throws one error that names every variable whose value makes no sense. */
export function checkEnv({ except = [] }: { except?: Name[] } = {}): void {
  const checked = names.filter((name) => !except.includes(name));
  const faults = checked.flatMap((name) => {
    try {
      read(name);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
  if (faults.length === 0 && env.OPENAI_BASE_URL && env.OPENAI_MODELS.length === 0)
    faults.push("OPENAI_BASE_URL needs OPENAI_MODELS: the names of the models that people may pick there.");
  if (faults.length === 0 && env.SMTP_URL && !env.MAIL_FROM)
    faults.push("SMTP_URL needs MAIL_FROM: the address that mail comes from.");
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** People reach Docket over https: cookies and headers are made for that. */
export const isHttps = () => env.PUBLIC_URL?.startsWith("https:") ?? false;

/** RFC 6797: a year, and hosts below as well. */
export const strictTransport = "max-age=31536000; includeSubDomains";
