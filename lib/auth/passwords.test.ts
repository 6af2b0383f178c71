import { hash, parseOptions } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { isCommonPassword } from "./common-password";
import { commonWords } from "./common-words";
import { hashPassword, isPassword, isWeakHash, nobodysHash, passwordSchema, refuseWeakPassword } from "./passwords";

test.each([
  "password1",
  "P@ssw0rd!",
  "pa$$word99",
  "todotodo",
  "Docket2026",
  "mytasks!",
  "12345678",
  "1234567890",
  "87654321",
  "11111111",
  "abababab",
  "12121212",
  "19871204",
  "qwertyui",
  "qwerty123",
  "Qwertyuiop",
  "1qaz2wsx",
  "q1w2e3r4",
  "asdfghjkl",
  "qwer1234",
  "zaq12wsx",
  "abcd1234",
  "a1b2c3d4",
  "iloveyou",
  "ILoveYou2",
  "letmein123",
  "trustno1!",
  "Summer2026!",
  "sunshine",
  "princess1",
  "football",
  "dragon123",
  "michelle",
  "jennifer12",
  "liverpool1",
  "starwars77",
  "pokemon123",
  "monkeymonkey",
  "!!shadow!!",
  "baseball",
  "superman",
  "computer1",
  "whatever",
  "butterfly",
  "password123456",
])("%s is guessed first", (password) => {
  expect(isCommonPassword(password)).toBe(true);
  expect(() => refuseWeakPassword(password, [])).toThrow("easy to guess");
});

test.each([
  "correct horse battery",
  "tr0ub4dor and 3",
  "vV9#kq2Lz!",
  "gm4ndrwo",
  "zwölf boxkämpfer jagen",
  "🦊🌊🍵🧭🎈🪁🧵🪴",
  "rope-candle-eleven",
  "4815162342108",
])("%s is accepted", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test("the rule refuses far more than the 3,000 passwords that are used most", () => {
  expect(commonWords.size).toBeGreaterThan(1500);
  const endings = ["1", "123", "2026", "!"];
  const long = [...commonWords].filter((word) => word.length >= 5);
  const passwords = long.flatMap((word) => endings.map((ending) => `${word}${ending}`));
  expect(passwords.length).toBeGreaterThan(3000);
  expect(passwords.filter((password) => !isCommonPassword(password))).toEqual([]);
});

test("one's own name and address are no passwords", () => {
  expect(isCommonPassword("gwendolyn7", ["gwendolyn"])).toBe(true);
  expect(isCommonPassword("gwendolyn7")).toBe(false);
  expect(isCommonPassword("g.paltrow@example.com", ["g.paltrow@example.com"])).toBe(true);
});

test("length is counted as people count, and nothing is cut", () => {
  const emoji = "🦊".repeat(63);
  expect(passwordSchema.safeParse(`${emoji}🌊`).success).toBe(true);
  expect(passwordSchema.safeParse("ab".repeat(64)).success).toBe(true);
  expect(passwordSchema.safeParse("a".repeat(129)).error?.issues[0]?.message).toBe(
    "A password has at most 128 characters.",
  );
  expect(() => refuseWeakPassword("gm4ndrw", [])).toThrow("at least 8 characters");
});

test("64 emoji are a password, and 63 of them are another", async () => {
  const password = `${"🦊🌊".repeat(31)}🍵🧭`;
  const stored = await hashPassword(password);
  expect(await isPassword(password, stored)).toBe(true);
  expect(await isPassword(password.slice(0, -2), stored)).toBe(false);
});

test("a password is not normalised: two spellings of é are two passwords", async () => {
  const stored = await hashPassword("caf\u00e9 noir fort");
  expect(await isPassword("cafe\u0301 noir fort", stored)).toBe(false);
});

test("the hash of nobody costs what ours costs, and no password opens it", async () => {
  const { saltLen: _, ...ours } = parseOptions(await hashPassword("gm4ndrwo"));
  const { saltLen: __, ...nobodys } = parseOptions(nobodysHash);
  expect(nobodys).toEqual(ours);
  expect(ours).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  expect(await isPassword("", null)).toBe(false);
});

test("a cheaper hash is weak", async () => {
  expect(isWeakHash(await hash("gm4ndrwo", { memoryCost: 4096, timeCost: 1 }))).toBe(true);
  expect(isWeakHash(await hashPassword("gm4ndrwo"))).toBe(false);
});

test("of 60 passwords at once 54 are hashed, and the others are told to come again", async () => {
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword("gm4ndrwo")));
  const refused = results.filter((result) => result.status === "rejected").map((result) => result.reason);
  expect(refused).toHaveLength(6);
  expect(refused[0]).toMatchObject({ code: "unavailable", retryAfter: 2 });
  expect(await isPassword("gm4ndrwo", await hashPassword("gm4ndrwo"))).toBe(true);
});
