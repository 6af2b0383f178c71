import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { quietly } from "./command";
import { step } from "./say.mjs";

/** The folders and files at the root that a build is made of. */
const folders = ["app", "components", "lib", "public"];
const isSourceAtRoot = (name: string) =>
  /\.(ts|mjs|json|css)$/.test(name) && !/^(vitest|playwright|prisma|biome|next-env)\b/.test(name);
const isLeftOut = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith(path.join("lib", "db", "generated"));

/** Says whether two states of the tree give the same build. By content: a clone has no useful times. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  const atRoot = readdirSync(root).filter(isSourceAtRoot);
  const inFolders = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => filesIn(root, folder));
  for (const file of [...atRoot, ...inFolders, path.join("prisma", "schema.prisma")].sort())
    hash
      .update(`${file}\n`)
      .update(readFileSync(path.join(root, file)))
      .update("\n");
  return hash.digest("hex");
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !isLeftOut(file));
}

const stampOf = (root: string) => path.join(root, ".next", "standalone", "built-from");

export const isBuilt = (root: string) => textOf(stampOf(root)) === fingerprint(root);

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Makes the database client anew when the schema changed. */
export async function generateClient(root: string, signal?: AbortSignal): Promise<void> {
  const schema = readFileSync(path.join(root, "prisma", "schema.prisma"));
  const lock = readFileSync(path.join(root, "package-lock.json"));
  const wanted = createHash("sha256").update(schema).update(lock).digest("hex");
  const folder = path.join(root, "lib", "db", "generated");
  const stamp = path.join(folder, "generated-from");
  if (textOf(stamp) === wanted && existsSync(path.join(folder, "client.ts"))) return;
  // Any file will do: without one Prisma looks for its native engine on the network, which it doesn't need for this.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  const words = [path.join(root, "node_modules", "prisma", "build", "index.js"), "generate"];
  await step("Generating the database client", "The database client is generated", () =>
    quietly(words, "The database client could not be generated; the reason is above.", { env, signal }),
  );
  writeFileSync(stamp, wanted);
}

/**
 * The words by which Node runs the production build. A small nursery for young objects is emptied often: with a hundred replies at once the
 * process stays below 300 MB, and takes no longer for it.
 */
export const serverWords = (root: string): string[] => [
  "--max-semi-space-size=8",
  path.join(root, ".next", "standalone", "server.js"),
];

/** The production build, complete in `.next/standalone`. */
export async function build(root: string, signal?: AbortSignal): Promise<void> {
  const wanted = fingerprint(root);
  const standalone = path.join(root, ".next", "standalone");
  rmSync(stampOf(root), { force: true });
  // Types of routes that `npm run dev` met, some of which may be gone.
  rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
  const words = [path.join(root, "node_modules", "next", "dist", "bin", "next"), "build"];
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await quietly(words, "The build failed; the reason is above.", { env, signal });
  for (const [from, to] of [
    [path.join(".next", "static"), path.join(".next", "static")],
    ["public", "public"],
  ] as const) {
    rmSync(path.join(standalone, to), { recursive: true, force: true });
    mkdirSync(path.join(standalone, to), { recursive: true });
    if (existsSync(path.join(root, from)))
      cpSync(path.join(root, from), path.join(standalone, to), { recursive: true });
  }
  // The build copies .env into itself, where it would outlive a change of it.
  for (const name of readdirSync(standalone))
    if (name.startsWith(".env")) rmSync(path.join(standalone, name), { force: true });
  writeFileSync(stampOf(root), wanted);
}
