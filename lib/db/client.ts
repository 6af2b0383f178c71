import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { registerTranslator } from "@/lib/errors";
import { remember } from "@/lib/remember";
import { sessionAddress, sessionLimits } from "./connection";
import { type Prisma, PrismaClient } from "./generated/client";
import { asAppError } from "./refusal";
import { statementName } from "./statements";

export { Prisma } from "./generated/client";

/** The client inside a transaction: what `inTransaction` hands to its work. */
export type Tx = Prisma.TransactionClient;
export type Db = PrismaClient | Tx;

/** The one client, and the one pool, of this process. The environment is read at the first query: a build has none. */
export const db: PrismaClient = remember("db", () => {
  const pool = {
    get connectionString() {
      return sessionAddress(env.DATABASE_URL);
    },
    get max() {
      return env.DATABASE_POOL;
    },
    ...sessionLimits,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
});

registerTranslator(asAppError);
