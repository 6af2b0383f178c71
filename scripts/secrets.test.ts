import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { secretsIn } from "./secrets";
import { emptyFolder } from "./testing";

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

test("secrets are made once, for nobody else to read", () => {
  const folder = path.join(emptyFolder(), ".docket");
  const secrets = secretsIn(folder);
  expect(modeOf(path.join(folder, "secrets.json"))).toBe("600");
  expect(Buffer.byteLength(secrets.authSecret)).toBeGreaterThanOrEqual(32);
  expect(secretsIn(folder)).toEqual(secrets);
  expect(secretsIn(emptyFolder()).authSecret).not.toBe(secrets.authSecret);
});

test("secrets that others can read are closed to them", () => {
  const folder = emptyFolder();
  secretsIn(folder);
  chmodSync(path.join(folder, "secrets.json"), 0o644);
  secretsIn(folder);
  expect(modeOf(path.join(folder, "secrets.json"))).toBe("600");
});

test("a file from before push messages gets their key, keeps the rest, and stays for nobody else to read", () => {
  const folder = emptyFolder();
  const { authSecret, databasePassword } = secretsIn(folder);
  const file = path.join(folder, "secrets.json");
  writeFileSync(file, JSON.stringify({ authSecret, databasePassword }));
  const grown = secretsIn(folder);
  expect(grown).toMatchObject({ authSecret, databasePassword, vapidPrivateKey: expect.stringMatching(/^[\w-]{43}$/) });
  expect(secretsIn(folder)).toEqual(grown);
  expect(modeOf(file)).toBe("600");
});

test("a damaged file is refused in a sentence and left as it is", () => {
  const file = path.join(emptyFolder(), "secrets.json");
  writeFileSync(file, '{ "authSecret": "short" ', { mode: 0o600 });
  expect(() => secretsIn(path.dirname(file))).toThrow(/is damaged/);
  expect(readFileSync(file, "utf8")).toBe('{ "authSecret": "short" ');
});
