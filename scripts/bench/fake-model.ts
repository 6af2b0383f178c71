import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as breath, setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { markdownToken } from "./browser/markdown";
import { answerParent } from "./child";
import { now } from "./clock";
import { type Pace, readMarker } from "./marker";
import { type Wire, wires } from "./wire";

/** When a request was there, when its first token was written, and when its last. */
export type Stamp = { id: string; arrived: number; first: number; last: number };

export type ModelQuestion = { ask: "port" } | { ask: "stamps" };
export type ModelAnswer = { port: number; stamps: Stamp[] };

const words = "the quick task list keeps every note you add and moves it when asked so nothing is lost today".split(
  " ",
);
/** A token is a word with the space after it, so that whoever reads the text counts the tokens by their spaces. */
const wordToken = (place: number) => `${words[place % words.length]} `;

const turn = z.object({
  role: z.string().optional(),
  content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish(),
});
const asked = z.object({
  stream: z.boolean().optional(),
  messages: z.array(turn).optional(),
  input: z.union([z.string(), z.array(turn)]).optional(),
});

let stamps: Stamp[] = [];

const server = createServer((request, response) => {
  const arrived = now();
  answer(request, response, arrived).catch(() => response.destroy());
});
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1");
const listening = once(server, "listening");

answerParent<ModelQuestion, ModelAnswer>(async ({ ask }) => {
  await listening;
  const { port } = server.address() as AddressInfo;
  if (ask === "port") return { port, stamps: [] };
  const seen = stamps;
  stamps = [];
  return { port, stamps: seen };
});

async function answer(request: IncomingMessage, response: ServerResponse, arrived: number): Promise<void> {
  const wire = wires[request.url ?? ""];
  if (!wire) return void response.writeHead(404).end();
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = asked.parse(JSON.parse(Buffer.concat(parts).toString()));
  if (!body.stream) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(wire.whole("A fake title")));
    return;
  }
  const marker = readMarker(lastWords(body));
  if (!marker) return void response.writeHead(400).end();
  const { first, last } = await stream(response, wire, marker);
  stamps.push({ id: marker.id, arrived, first, last });
}

function lastWords({ messages, input }: z.output<typeof asked>): string {
  if (typeof input === "string") return input;
  const content = (messages ?? input ?? []).findLast(({ role }) => role === "user")?.content ?? "";
  return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("");
}

/** Each token is a write of its own, as real models send them. */
async function stream(response: ServerResponse, wire: Wire, { ttft, n, pace, writes }: Pace) {
  const tokenAt = writes === "markdown" ? markdownToken : wordToken;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  if (ttft > 0) {
    response.flushHeaders();
    await sleep(ttft);
  }
  response.socket?.setNoDelay(true);
  response.write(wire.begin);
  const first = now();
  for (let place = 0; place < n && !response.destroyed; place++) {
    const hasRoom = response.write(wire.token(tokenAt(place)));
    if (!hasRoom) await Promise.race([once(response, "drain"), once(response, "close")]);
    const early = first + (place + 1) * pace - now();
    if (pace === 0) await breath();
    else if (early > 0) await sleep(early);
  }
  const last = now();
  response.end(wire.end(n));
  return { first, last };
}
