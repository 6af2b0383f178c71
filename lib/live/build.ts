import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { remember } from "@/lib/remember";

/** Names the build that answers, so that a page of an older one can say that it is stale. Without a build: "dev". */
export const buildId = (): Promise<string> =>
  remember("build id", () =>
    readFile(path.join(/* turbopackIgnore: true */ process.cwd(), ".next", "BUILD_ID"), "utf8").then(
      (text) => text.trim(),
      () => "dev",
    ),
  );
