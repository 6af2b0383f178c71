import { parseArgs } from "node:util";
import { startFakeOpenAI } from "./server";

// tsx e2e/fake-openai/main.ts --port 4010
const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const server = await startFakeOpenAI(Number(values.port));
console.log(`Pretended OpenAI server: ${server.url}/v1`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void server.close().then(() => process.exit(0)));
