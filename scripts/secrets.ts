import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Refusal, say } from "./say.mjs";

const Secrets = z.object({ authSecret: z.string().min(32), databasePassword: z.string().min(16) });
export type Secrets = z.infer<typeof Secrets>;

/** What only this installation knows, made on the first run, readable by nobody else. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  if (!existsSync(file)) return make(file);
  if (statSync(file).mode & 0o077) {
    chmodSync(file, 0o600);
    say(`Others could read ${file}; now only you can.`);
  }
  const { success, data } = Secrets.safeParse(parsed(readFileSync(file, "utf8")));
  if (success) return data;
  throw new Refusal(
    `${file} is damaged. Put it back from a backup, or delete it: new secrets are made then, and everybody has to sign in again.`,
  );
}

function make(file: string): Secrets {
  const random = () => randomBytes(36).toString("base64url");
  const secrets = { authSecret: random(), databasePassword: random() };
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
