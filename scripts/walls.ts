import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Mention, mentionsIn } from "./mentions";

/** Which rooms a room may import from, besides itself and the single files of lib. */
export const doors: Record<string, string[]> = {
  "lib/db": [],
  "lib/words": [],
  "lib/auth": ["lib/db"],
  "lib/live": ["lib/db", "lib/auth"],
  "lib/tasks": ["lib/db", "lib/auth", "lib/words"],
  "lib/conversations": ["lib/db", "lib/auth"],
  "lib/activity": ["lib/db", "lib/auth", "lib/tasks"],
  "lib/tools": ["lib/auth", "lib/words", "lib/tasks", "lib/activity", "lib/live"],
  "lib/assistant": [
    "lib/db",
    "lib/auth",
    "lib/words",
    "lib/conversations",
    "lib/activity",
    "lib/tools",
    "lib/live",
    "lib/tasks",
  ],
  "lib/mail": [],
  "lib/reminders": ["lib/db", "lib/auth", "lib/words", "lib/tasks", "lib/live", "lib/mail"],
  "lib/mcp": ["lib/auth", "lib/tools"],
};

/** What components may run in the browser; of everything else in lib they may know the types. */
const plainInLib = ["lib/cn", "lib/dates", "lib/words"];

/** What exists on a server only; a file of lib that runs any of it starts with the marker `server-only`. */
const ofServer = [/^node:/, /^(pg|pino|nodemailer|next|next-auth|server-only|@node-rs|@modelcontextprotocol)(\/|$)/];
const ofServerInLib = ["lib/db", "lib/env", "lib/log", "lib/http"];

/** Scripts and plain Node load these as well, where the marker throws. */
const unmarked = /^lib\/(env\.ts$|db\/)/;

const longest = 250;

export type Fault = { file: string; line: number; rule: string };

/** Everything in the tree that is held by a wall. */
export function faultsOfTree(root: string): Fault[] {
  const folders = ["app", "components", "e2e", "lib", "prisma", "scripts"];
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
  );
  return [...readdirSync(root), ...inFolders]
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/^lib\/db\/generated\/|^next-env/.test(file))
    .flatMap((file) => faultsIn(file, readFileSync(path.join(root, file), "utf8")));
}

/** The faults of one file, which is named from the root. */
export function faultsIn(file: string, code: string): Fault[] {
  const lines = code.trimEnd().split("\n").length;
  const mentions = mentionsIn(file, code);
  const faults = mentions.flatMap(({ line, ...mention }) =>
    rules.filter((rule) => rule.isBroken(file, mention)).map((rule) => ({ file, line, rule: rule.text(file) })),
  );
  if (lines > longest) faults.push({ file, line: longest + 1, rule: `A file has at most ${longest} lines.` });
  if (needsMarker(file) && mentions.some((mention) => isOfServer(file, mention)) && !isMarked(code))
    faults.push({ file, line: 1, rule: 'A file of lib that runs on a server only starts with import "server-only".' });
  return faults;
}

const isTest = (file: string) => /(\.test\.tsx?|\/testing\.ts)$/.test(file);
const isMarked = (code: string) => code.startsWith('import "server-only";\n');
const needsMarker = (file: string) => file.startsWith("lib/") && !isTest(file) && !unmarked.test(file);

function isOfServer(file: string, mention: Mention): boolean {
  if (mention.kind !== "import" || mention.isType) return false;
  const target = targetOf(file, mention.source);
  if (target === null) return ofServer.some((pattern) => pattern.test(mention.source));
  return ofServerInLib.some((place) => isIn(target, place));
}

/** Where in the tree a file or an import stands: a room of lib, "lib" for its single files, or a folder at the root. */
export function placeOf(file: string): string {
  const [folder = "", room, rest] = file.split("/");
  if (folder === "lib") return rest === undefined && !doors[`lib/${room}`] ? "lib" : `lib/${room}`;
  if (file.includes("/")) return folder;
  return /^(proxy|instrumentation)(-\w+)?(\.ts)?$/.test(file) ? "app" : "tools of the project";
}

/** "lib/tasks/store" of "@/lib/tasks/store", or of "./store" in a file of lib/tasks; null for a package. */
function targetOf(file: string, source: string): string | null {
  if (source.startsWith("@/")) return source.slice(2);
  return source.startsWith(".") ? path.posix.join(path.posix.dirname(file), source) : null;
}

type Rule = { text(file: string): string; isBroken(file: string, mention: Mention): boolean };

/** A rule about what a file imports from this tree. */
function aboutImports(
  text: (place: string) => string,
  isBroken: (place: string, target: string, isType: boolean, file: string) => boolean,
): Rule {
  return {
    text: (file) => text(placeOf(file)),
    isBroken(file, mention) {
      const target = mention.kind === "import" ? targetOf(file, mention.source) : null;
      return target !== null && mention.kind === "import" && isBroken(placeOf(file), target, mention.isType, file);
    },
  };
}

const isIn = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);
const isProduct = (place: string) => ["app", "components", "lib"].some((folder) => isIn(place, folder));

const rules: Rule[] = [
  aboutImports(
    (room) => `${room} may import from: ${["itself", ...(doors[room] ?? []), "the single files of lib"].join(", ")}.`,
    (room, target, _, file) => {
      const open = [room, "lib", ...(doors[room] ?? []), ...(isTest(file) ? ["lib/db"] : [])];
      return (
        doors[room] !== undefined &&
        !file.endsWith("/testing.ts") &&
        isIn(target, "lib") &&
        !open.includes(placeOf(target))
      );
    },
  ),
  aboutImports(
    () => "A single file of lib imports no room.",
    (place, target, _, file) => place === "lib" && !isTest(file) && isIn(target, "lib") && placeOf(target) !== "lib",
  ),
  aboutImports(
    () => "Inside lib, only a store.ts imports lib/db.",
    (place, target, _, file) =>
      place.startsWith("lib/") &&
      place !== "lib/db" &&
      isIn(target, "lib/db") &&
      !isTest(file) &&
      !file.endsWith("/store.ts"),
  ),
  aboutImports(
    (place) => `${place} doesn't import lib/db: a store does.`,
    (place, target, _, file) => ["app", "components"].includes(place) && isIn(target, "lib/db") && !isTest(file),
  ),
  aboutImports(
    () => `Components import from lib only types, and ${plainInLib.join(", ")}.`,
    (place, target, isType, file) =>
      place === "components" &&
      isIn(target, "lib") &&
      !isType &&
      !isTest(file) &&
      !plainInLib.some((plain) => isIn(target, plain)),
  ),
  aboutImports(
    () => "lib imports neither app nor components.",
    (place, target) => isIn(place, "lib") && (isIn(target, "app") || isIn(target, "components")),
  ),
  aboutImports(
    () => "Components don't import from app.",
    (place, target) => place === "components" && isIn(target, "app"),
  ),
  aboutImports(
    () => "The product doesn't import scripts or tests.",
    (place, target, _, file) => isProduct(place) && !isTest(file) && !isProduct(placeOf(target)),
  ),
  {
    text: () => "Only lib/db talks to Prisma.",
    isBroken: (file, mention) =>
      mention.kind === "import" &&
      isProduct(placeOf(file)) &&
      placeOf(file) !== "lib/db" &&
      /^@prisma\/|(^|\/)db\/generated(\/|$)/.test(mention.source),
  },
  {
    text: () => "Components don't run zod: it stays on the server.",
    isBroken: (file, mention) =>
      mention.kind === "import" && placeOf(file) === "components" && mention.source === "zod" && !mention.isType,
  },
  {
    text: () => "Inside a room ./, to another room @/, never ../.",
    isBroken: (_, mention) => mention.kind === "import" && /^\.\.(\/|$)|\/\.\.(\/|$)/.test(mention.source),
  },
  {
    text: () => "An import names its file, so that the walls can be held.",
    isBroken: (file, mention) => mention.kind === "import of a value" && isProduct(placeOf(file)),
  },
  {
    text: () => "Only lib/env.ts reads process.env.",
    isBroken: (file, mention) =>
      mention.kind === "process.env" &&
      isProduct(placeOf(file)) &&
      // Next's own way of saying where instrumentation.ts runs.
      !["lib/env.ts", "instrumentation.ts"].includes(file) &&
      !isTest(file),
  },
  {
    text: () => 'There are no server actions: no "use server".',
    isBroken: (_, mention) => mention.kind === "use server",
  },
];
