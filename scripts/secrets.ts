import { createECDH, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Refusal, say } from "./say.mjs";

const First = z.object({ authSecret: z.string().min(32), databasePassword: z.string().min(16) });
/** What signs push messages came later: an older file gets one. Browsers that subscribed know its public half, so it stays. */
const Secrets = First.extend({ vapidPrivateKey: z.string().regex(/^[\w-]{43}$/) });
export type Secrets = z.infer<typeof Secrets>;

/** What only this installation knows, made on the first run, readable by nobody else. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (!existsSync(file)) return keep(file, newSecrets());
  if (statSync(file).mode & 0o077) {
    chmodSync(file, 0o600);
    say(`Others could read ${file}; now only you can.`);
  }
  const found = parsed(readFileSync(file, "utf8"));
  const { success, data } = Secrets.safeParse(found);
  if (success) return data;
  const older = First.safeParse(found);
  if (older.success && !Reflect.has(Object(found), "vapidPrivateKey"))
    return keep(file, { ...newSecrets(), ...older.data });
  throw new Refusal(
    `${file} is damaged. Put it back from a backup, or delete it: new secrets are made then, and everybody has to sign in again.`,
  );
}

function newSecrets(): Secrets {
  const random = () => randomBytes(36).toString("base64url");
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Leading zeros are part of it.
  const vapidPrivateKey = Buffer.from(pair.getPrivateKey("hex").padStart(64, "0"), "hex").toString("base64url");
  return { authSecret: random(), databasePassword: random(), vapidPrivateKey };
}

function keep(file: string, secrets: Secrets): Secrets {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
  return secrets;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
