import path from "node:path";
import { env } from "@/lib/env";
import { generateClient } from "./build";
import { quietly } from "./command";
import { run, step } from "./say.mjs";
import { supervise } from "./supervise";

const root = path.dirname(import.meta.dirname);

async function seed(signal: AbortSignal) {
  const typescript = import.meta.resolve("tsx");
  // Rooms of the server run outside Next under this condition only.
  const words = ["--conditions=react-server", "--import", typescript, path.join(root, "prisma", "seed.ts")];
  await quietly(words, "The demo account could not be made; the reason is above.", { signal });
}

await run(() =>
  supervise({
    mode: "development",
    // Apart from the data of `npm start`, which must never hold an account whose password everybody knows.
    databaseName: "docket_dev",
    isTalkative: true,
    async prepare(database, signal) {
      await generateClient(root, signal);
      const { migrate } = await import("./migrate");
      await step("Bringing the database up to date", "The database is up to date", () => migrate(database.url));
      if (!database.isOurs) return "There is no demo account: the database of DATABASE_URL is left as it is.";
      await step("Making the demo account", "The demo account is there", () => seed(signal));
      return "Sign in as demo@docket.example with the password: walk the docket";
    },
    words: (port) => [
      path.join(root, "node_modules", "next", "dist", "bin", "next"),
      "dev",
      ...["--port", String(port), "--hostname", env.HOST],
    ],
  }),
);
