import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const root = join(import.meta.dirname, "..");

const filesBelow = (folder: string, name: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.split(sep).at(-1) === name)
    .map((path) => join(root, folder, path));

/** app/(app)/chat/[id]/page.tsx → /chat/[id] */
const addressOf = (file: string) => {
  const folders = relative(join(root, "app"), file).split(sep).slice(0, -1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Every method of every route handler: "POST /api/chat/[id]/stop". */
export const routeDoors = () =>
  filesBelow("app", "route.ts")
    .flatMap((file) => {
      const exported = readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.startsWith("export "))
        .join("\n");
      return methods
        .filter((method) => new RegExp(`\\b${method}\\b`).test(exported))
        .map((method) => `${method} ${addressOf(file)}`);
    })
    .sort();

/** Every page that is for people who have signed in. */
export const pageDoors = () => filesBelow("app/(app)", "page.tsx").map(addressOf).sort();

/** The names in the registry; read as text, because the registry itself is for the server only. */
export const toolDoors = () => {
  const registry = readFileSync(join(root, "lib/tools/registry.ts"), "utf8");
  const list = /definitions\s*=\s*\{([^}]*)\}/.exec(registry)?.[1] ?? "";
  return [...list.matchAll(/^\s*(\w+)\s*[:,]/gm)].map((found) => found[1] ?? "").sort();
};
