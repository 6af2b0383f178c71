import { spawn } from "node:child_process";
import { Refusal } from "./say.mjs";

export type CommandOptions = { env?: Record<string, string>; signal?: AbortSignal };

/** Runs a Node program to its end; what it prints is shown only when it fails, under the given sentence. */
export function quietly(words: string[], failure: string, { env, signal }: CommandOptions = {}): Promise<void> {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => child.kill();
  signal?.addEventListener("abort", stop);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve();
      else reject(new Refusal(`${output.trim()}\n${failure}`));
    });
  }).finally(() => signal?.removeEventListener("abort", stop));
}
