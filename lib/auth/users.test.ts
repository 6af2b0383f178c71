import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { parsed } from "@/lib/http";
import type { SignedIn } from "./schema";
import { signInWith } from "./sign-in";
import { touchSession } from "./store";
import { profilePatchSchema, register, registrationSchema, signUpIsOpen, updateProfile, userForScript } from "./users";

afterEach(() => {
  vi.unstubAllEnvs();
});

const password = "rope candle eleven";
const someone = () => `${randomUUID()}@example.com`;

async function signedIn(): Promise<SignedIn> {
  const email = someone();
  await register({ email, password }, null);
  const user = await touchSession(await signInWith({ email, password }, { address: null, userAgent: null }));
  if (!user) throw new Error("nobody");
  return user;
}

test("with SIGNUP=off only the first account can be made, also when two come at once", async () => {
  vi.stubEnv("SIGNUP", "off");
  await db.user.deleteMany();
  expect(await signUpIsOpen()).toBe(true);
  const results = await Promise.allSettled([1, 2, 3].map(() => register({ email: someone(), password }, null)));
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await db.user.count()).toBe(1);
  expect(await signUpIsOpen()).toBe(false);
  await expect(register({ email: someone(), password }, null)).rejects.toMatchObject({ code: "denied" });
});

test("an account has the name, the zone and a hash, and can be found by scripts", async () => {
  const email = someone();
  await register({ email, password, name: "Ada Lovelace", timeZone: "Asia/Kathmandu" }, null);
  const row = await db.user.findUniqueOrThrow({ where: { email } });
  expect(row).toMatchObject({ name: "Ada Lovelace", timeZone: "Asia/Kathmandu" });
  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await userForScript(email.toUpperCase())).toMatchObject({ id: row.id, timeZone: "Asia/Kathmandu" });
  await expect(userForScript("nobody@example.com")).rejects.toMatchObject({ code: "not_found" });
});

test("an address that has an account is a conflict, in every spelling", async () => {
  const registration = parsed(registrationSchema, { email: " Ｇrace@Example.com ", password });
  await register(registration, null);
  const again = register(parsed(registrationSchema, { email: "grace@example.com", password }), null);
  await expect(again).rejects.toMatchObject({ code: "conflict", details: { field: "email" } });
});

test("of two sign-ups with one address at once, one is told", async () => {
  const email = someone();
  const results = await Promise.allSettled([1, 2].map(() => register({ email, password }, null)));
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test.each([
  [{ password: "password1" }, "easy to guess"],
  [{ password: "todotodo" }, "easy to guess"],
  [{ password: "short" }, "at least 8 characters"],
  [{ password: "gwendolyn1", name: "Gwendolyn Paltrow" }, "easy to guess"],
])("%j is refused at sign-up", async (weak, sentence) => {
  await expect(register({ email: someone(), ...weak }, null)).rejects.toThrow(sentence);
});

test.each([
  [{ email: "ada\uFF20example.com" }, "Enter an e-mail address"],
  [{ timeZone: "Mars/Olympus" }, "That is not a time zone"],
  [{ timeZone: "+05:30" }, "That is not a time zone"],
  [{ name: "  " }, "Enter a name."],
  [{ name: "x".repeat(101) }, '"name" is too long: at most 100 characters.'],
  [{ name: "Ada\u202E" }, "A name can't contain"],
  [{ id: "0198a7e2-0000-7000-8000-000000000000" }, 'The field "id" is not known here.'],
  [{ settings: {} }, 'The field "settings" is not known here.'],
])("a registration with %j is refused", (change, sentence) => {
  expect(() => parsed(registrationSchema, { email: "ada@example.com", password, ...change })).toThrow(sentence);
});

test("a long mailbox name still makes an account", async () => {
  await register({ email: `${"a".repeat(64)}@example.com`, password }, null);
  expect(await db.user.count({ where: { email: { startsWith: "aaaa" } } })).toBe(1);
});

test("a profile changes only in what is named", async () => {
  const user = await signedIn();
  const patch = parsed(profilePatchSchema, {
    name: " Ada ",
    settings: { theme: "dark", approval: { delete: "always" } },
  });
  const changed = await updateProfile(user, patch);
  expect(changed).toEqual({
    ...user,
    name: "Ada",
    settings: { ...user.settings, theme: "dark", approval: { delete: "always", change: 10 } },
  });
  expect(await updateProfile(changed, { timeZone: "Europe/Paris" })).toEqual({ ...changed, timeZone: "Europe/Paris" });
});

test("two tabs that change different settings both succeed", async () => {
  const user = await signedIn();
  await Promise.all([
    updateProfile(user, { settings: { theme: "dark" } }),
    updateProfile(user, { settings: { clock: "12h" } }),
    updateProfile(user, { settings: { approval: { change: "never" } } }),
    updateProfile(user, { settings: { approval: { delete: 1 } } }),
  ]);
  const { settings } = await updateProfile(user, {});
  expect(settings).toMatchObject({ theme: "dark", clock: "12h", approval: { change: "never", delete: 1 } });
});

test.each([
  [{ settings: { colour: "red" } }, 'The field "colour" is not known here.'],
  [{ settings: { theme: "neon" } }, '"theme" must be one of system, light, dark.'],
  [{ settings: { approval: { delete: 0 } } }, "approval.delete"],
  [{ settings: { approval: "always" } }, '"approval" must be an object.'],
  [{ settings: [] }, '"settings" must be an object.'],
  [{ timeZone: "Nowhere" }, "That is not a time zone"],
  [{ email: "eve@example.com" }, 'The field "email" is not known here.'],
  [{ passwordHash: "x" }, 'The field "passwordHash" is not known here.'],
])("a change of the profile to %j is refused and changes nothing", async (patch, sentence) => {
  const user = await signedIn();
  const change = async () => updateProfile(user, parsed(profilePatchSchema, patch));
  await expect(change()).rejects.toThrow(sentence);
  expect(await updateProfile(user, {})).toEqual(user);
});

test("stored settings that make no sense any more are the defaults", async () => {
  const user = await signedIn();
  await db.user.update({ where: { id: user.id }, data: { settings: { theme: "neon" } } });
  expect((await updateProfile(user, { settings: { clock: "12h" } })).settings).toEqual({
    ...user.settings,
    clock: "12h",
  });
});
