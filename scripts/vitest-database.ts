import type { TestProject } from "vitest/node";
import { migrate } from "./migrate";
import { dropDatabase, makeDatabase, scratchName, scratchServer } from "./scratch";

declare module "vitest" {
  export interface ProvidedContext {
    /** A server on which tests make databases, and the migrated one that they copy. */
    databaseServer: { url: string; template: string };
  }
}

/** One PostgreSQL for the run: a throwaway of our own, or TEST_DATABASE_URL's, to try another version. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await scratchServer(process.env.TEST_DATABASE_URL);
  const template = scratchName("template");
  await migrate(await makeDatabase(server.url, template));
  project.provide("databaseServer", { url: server.url, template });
  return async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}
