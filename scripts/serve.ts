import path from "node:path";
import { build, generateClient, isBuilt, serverWords } from "./build";
import { run, step } from "./say.mjs";
import { supervise } from "./supervise";

const root = path.dirname(import.meta.dirname);

await run(() =>
  supervise({
    mode: "production",
    databaseName: "docket",
    isTalkative: false,
    async prepare(database, signal) {
      await generateClient(root, signal);
      const { migrate } = await import("./migrate");
      await step("Bringing the database up to date", "The database is up to date", () => migrate(database.url));
      if (!isBuilt(root)) await step("Building, about a minute", "Built", () => build(root, signal));
      return undefined;
    },
    words: () => serverWords(root),
  }),
);
