import { existsSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseArgs } from "node:util";
import { userForScript } from "@/lib/auth/users";
import { db } from "@/lib/db/client";
import { runTool } from "@/lib/tools/run";
import { homeIn } from "./postgres-home";
import { judge } from "./postmaster";
import { secretsIn } from "./secrets";

// Runs any tool in the name of an account, as the interface and the models do:
//   npm run tool list_tasks '{"view":"today"}' -- --as me@example.org
const usage = `Usage: npm run tool NAME ['{"json":"input"}'] -- --as EMAIL [--dev]`;

async function main(): Promise<number> {
  const options = { as: { type: "string" }, dev: { type: "boolean", default: false } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [name, text = "{}"] = positionals;
  if (!name || !values.as) throw new Error(usage);
  const input = readJson(text);
  process.env.DATABASE_URL ||= await ownDatabase(values.dev ? "docket_dev" : "docket");
  const user = await userForScript(values.as);
  const today = { now: new Date(), timeZone: user.timeZone };
  const result = await runTool(name, input, { user: user.id, source: "API", actorName: "script", today });
  if (result.status === "SUCCESS") {
    console.log(JSON.stringify(result.output, null, 2));
    return 0;
  }
  console.error(result.status === "PENDING" ? result.summary : result.error.message);
  return 1;
}

/** The database that `npm start` (or with --dev `npm run dev`) runs beside itself; this script never starts or stops it. */
async function ownDatabase(name: string): Promise<string> {
  const state = path.join(path.dirname(import.meta.dirname), ".docket");
  const judgement = existsSync(path.join(state, "secrets.json")) ? judge((await homeIn(state)).data) : null;
  if (judgement?.who !== "ours")
    throw new Error("Docket doesn't run here. Start it with npm start, or set DATABASE_URL.");
  const password = encodeURIComponent(secretsIn(state).databasePassword);
  return `postgres://docket:${password}@127.0.0.1:${judgement.postmaster.port}/${name}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The input is not valid JSON: ${text}\n${usage}`);
  }
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message);
  return 2;
});
// A running server hears of the change from a notification, which is sent after the call.
await nextTurn();
await db.$disconnect();
