import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { bornAt, commandLine, workingFolder } from "./processes.mjs";

/** What PostgreSQL wrote about itself into its data folder; `isReady` when it takes connections. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/**
 * Who is behind the process number in a data folder's postmaster.pid? After a crash the file stays, and the number may
 * belong to anyone by then, so only "ours" may be signalled.
 */
export type Judgement = { who: "nobody" | "foreign" } | { who: "ours"; postmaster: Postmaster };

export function judge(data: string): Judgement {
  const postmaster = readPostmaster(data);
  if (!postmaster || bornAt(postmaster.pid) === null) return { who: "nobody" };
  return isPostgresOn(data, postmaster.pid) ? { who: "ours", postmaster } : { who: "foreign" };
}

function readPostmaster(data: string): Postmaster | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

function isPostgresOn(data: string, pid: number): boolean {
  const [program = "", ...words] = commandLine(pid);
  if (!/^postgres(\.exe)?$/.test(path.basename(program))) return false;
  // PostgreSQL works inside its data folder; that holds even when the folder was renamed under it.
  const folder = workingFolder(pid) ?? words[words.indexOf("-D") + 1] ?? "";
  return existsSync(folder) && realpathSync(folder) === realpathSync(data);
}
