import { afterEach, expect, test, vi } from "vitest";
import { checkEnv, env } from "@/lib/env";

const strong = "k8Yw0cQnV5mJtR2xLzA7sGdHf3uPbE9i";

function given(values: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries({ DATABASE_URL: "postgres://docket@127.0.0.1/docket", ...values }))
    vi.stubEnv(name, value);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test("without any variable but the database's, everything has a default", () => {
  given({ HOST: undefined, PORT: undefined, SIGNUP: undefined, OPENAI_API_KEY: undefined });
  checkEnv();
  expect(env).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, DATABASE_POOL: 10, SIGNUP: "on", TRUST_PROXY: "off" });
  expect(env.OPENAI_API_KEY).toBeUndefined();
});

test("an empty variable is an absent one", () => {
  given({ PORT: "", OPENAI_BASE_URL: " ", OPENAI_MODELS: "" });
  checkEnv();
  expect(env.PORT).toBe(3000);
  expect(env.OPENAI_BASE_URL).toBeUndefined();
});

test("values arrive as what they mean", () => {
  given({
    PORT: "8080",
    PUBLIC_URL: "https://docket.example.com/",
    OPENAI_BASE_URL: "http://127.0.0.1:11434/v1/",
    OPENAI_MODELS: "gpt-5, gpt-5-mini,, gpt-5",
  });
  expect(env.PORT).toBe(8080);
  expect(env.PUBLIC_URL).toBe("https://docket.example.com");
  expect(env.OPENAI_BASE_URL).toBe("http://127.0.0.1:11434/v1");
  expect(env.OPENAI_MODELS).toEqual(["gpt-5", "gpt-5-mini"]);
});

test.each([
  ["DATABASE_URL", "mysql://root@localhost/docket"],
  ["DATABASE_URL", "docket"],
  ["DATABASE_POOL", "0"],
  ["DATABASE_POOL", "10.5"],
  ["PORT", "70000"],
  ["PORT", "eighty"],
  ["PORT", "-1"],
  ["HOST", "http://0.0.0.0"],
  ["PUBLIC_URL", "docket.example.com"],
  ["PUBLIC_URL", "https://example.com/docket"],
  ["SIGNUP", "maybe"],
  ["TRUST_PROXY", "yes"],
  ["LOG_LEVEL", "loud"],
  ["NODE_ENV", "staging"],
  ["OPENAI_API_KEY", "sk one two"],
  ["OPENAI_BASE_URL", "localhost:11434"],
  ["OPENAI_BASE_URL", "file:///etc/passwd"],
  ["OPENAI_MODELS", ","],
  ["OPENAI_MODELS", "x".repeat(101)],
])("%s=%s is refused with a sentence that names it", (name, value) => {
  given({ [name]: value });
  expect(() => checkEnv()).toThrow(new RegExp(`^${name} .*\\.$`));
});

test("every fault is named at once", () => {
  given({ PORT: "x", SIGNUP: "x", DATABASE_URL: undefined });
  expect(() => checkEnv()).toThrow(/DATABASE_URL is not set.*\nPORT must be .*\nSIGNUP must be /);
});

test("a fault in one variable doesn't stop the reading of another", () => {
  given({ PORT: "x" });
  expect(env.HOST).toBe("127.0.0.1");
  expect(() => env.PORT).toThrow("PORT must be a whole number");
});

test.each([
  ["none", undefined, "is not set"],
  ["a short one", strong.slice(1), "is too weak"],
  ["one letter over and over", "a".repeat(64), "is too weak"],
  ["the one from development", "docket-development-secret-not-for-production", "is too weak"],
])("production refuses a secret: %s", (_, secret, fault) => {
  given({ NODE_ENV: "production", AUTH_SECRET: secret });
  expect(() => checkEnv()).toThrow(`AUTH_SECRET ${fault}`);
  expect(() => env.AUTH_SECRET).toThrow(`AUTH_SECRET ${fault}`);
});

test("production takes 32 random bytes, and development needs no secret", () => {
  given({ NODE_ENV: "production", AUTH_SECRET: strong });
  expect(env.AUTH_SECRET).toBe(strong);
  given({ NODE_ENV: "development", AUTH_SECRET: undefined });
  expect(env.AUTH_SECRET).toBe("docket-development-secret-not-for-production");
});

test("a refused value is not repeated in its sentence", () => {
  given({ NODE_ENV: "production", AUTH_SECRET: "hunter2", DATABASE_URL: "mysql://root:hunter2@localhost/docket" });
  expect(() => checkEnv()).toThrow(/^(?!.*hunter2)/s);
});

test("the database's address isn't asked for before there is a database", () => {
  given({ DATABASE_URL: undefined });
  expect(() => checkEnv({ except: ["DATABASE_URL"] })).not.toThrow();
});
