import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Asked, type Protocol, readRequest, readToken } from "./request";
import { type Fault, type Script, type Step, stepOf } from "./script";
import { scripts } from "./scripts";
import { unsoundness } from "./soundness";
import { errorEvent, eventsOf, wholeAnswer } from "./wire";

const protocols: Record<string, Protocol> = {
  "/v1/chat/completions": "chat-completions",
  "/v1/responses": "responses",
};

/**
 * An HTTP server that speaks OpenAI's API and does what the scripts say.
 * `GET /__calls?key=K` counts and shows the requests of a key; `PUT /__scripts/NAME` adds a script of the test's own.
 */
export async function startFakeOpenAI(port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const known = new Map<string, Script>(Object.entries(scripts));
  const calls = new Map<string, object[]>();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    const protocol = protocols[url.pathname];
    try {
      if (request.method === "POST" && protocol) {
        const body = JSON.parse(await bodyOf(request));
        const asked = readRequest(protocol, body);
        const fault = unsoundness(protocol, body);
        if (fault) return sendError(response, 400, fault);
        const { name, key } = chosenBy(asked);
        const script = known.get(name);
        if (!script) return sendError(response, 404, `The test asked for an unknown script: ${name}.`);
        const earlier = calls.get(key) ?? [];
        calls.set(key, [
          ...earlier,
          { path: url.pathname, authorization: request.headers.authorization ?? null, body },
        ]);
        await play(response, asked, stepOf(script, asked.round), earlier.length);
      } else if (request.method === "PUT" && url.pathname.startsWith("/__scripts/")) {
        known.set(url.pathname.slice("/__scripts/".length), JSON.parse(await bodyOf(request)));
        send(response, 200, {});
      } else if (url.pathname === "/__calls") {
        const requests = calls.get(url.searchParams.get("key") ?? "") ?? [];
        send(response, 200, { calls: requests.length, requests });
      } else if (url.pathname === "/v1/models") {
        send(response, 200, {
          object: "list",
          data: [{ id: "pretended", object: "model", created: 0, owned_by: "tests" }],
        });
      } else {
        sendError(response, 404, `Nothing answers at ${url.pathname}.`);
      }
    } catch (error) {
      // A client that went away, or a request that is not JSON: neither is a reason to stop serving.
      if (!response.headersSent) sendError(response, 400, String(error));
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A request without tools and without results is a question aside, such as for a title; it doesn't use up a script. */
function chosenBy(asked: Asked): { name: string; key: string } {
  if (!asked.hasTools && asked.round === 0) return { name: "title", key: "title" };
  return readToken(asked.lastUserText) ?? { name: "obedient", key: "obedient" };
}

async function play(response: ServerResponse, asked: Asked, step: Step, earlierCalls: number) {
  const fault = step.fault && earlierCalls < (step.fault.times ?? Number.POSITIVE_INFINITY) ? step.fault : undefined;
  if (fault?.kind === "hang-before-headers") return;
  if (fault?.kind === "reset-before-headers") return response.socket?.resetAndDestroy();
  if (fault?.kind === "status") {
    return sendError(response, fault.status ?? 500, fault.message ?? "The pretended model failed.", retryAfter(fault));
  }
  if (!asked.stream) return send(response, 200, wholeAnswer(asked, step));
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
  await stream(response, asked, step, fault);
}

function retryAfter({ retryAfterSeconds: seconds, retryAfterIsDate }: Fault): Record<string, string> {
  if (seconds === undefined) return {};
  // Whole seconds: a little later rather than earlier.
  const date = () => new Date(Date.now() + seconds * 1_000 + 999).toUTCString();
  return { "retry-after": retryAfterIsDate ? date() : String(seconds) };
}

async function stream(response: ServerResponse, asked: Asked, step: Step, fault: Fault | undefined) {
  let pieces = 0;
  for (const { data, isText, isThought } of eventsOf(asked, step)) {
    if (fault && isText && pieces === (fault.afterPieces ?? 0)) return fail(response, asked, fault);
    if (isText) pieces += 1;
    if ((isText || isThought) && step.pauseMs) await pause(step.pauseMs);
    if (response.destroyed) return;
    await write(response, data, step.splitCharacters === true);
  }
  response.end();
}

async function fail(response: ServerResponse, asked: Asked, fault: Fault) {
  // What was written before is to arrive before the fault does.
  await pause(30);
  if (fault.kind === "break") response.socket?.resetAndDestroy();
  else if (fault.kind === "error-event")
    response.end(errorEvent(asked, fault.message ?? "The pretended model failed."));
  else if (fault.kind === "end-early") response.end();
}

async function write(response: ServerResponse, data: string, splitCharacters: boolean) {
  const bytes = Buffer.from(data);
  const inside = splitCharacters ? bytes.findIndex((byte) => (byte & 0xc0) === 0x80) : -1;
  if (inside < 0) return writeBytes(response, bytes);
  await writeBytes(response, bytes.subarray(0, inside));
  await pause(5);
  await writeBytes(response, bytes.subarray(inside));
}

const writeBytes = (response: ServerResponse, bytes: Uint8Array) =>
  response.write(bytes)
    ? undefined
    : new Promise<void>((resolve) => {
        const goOn = () => {
          response.off("drain", goOn);
          response.off("close", goOn);
          resolve();
        };
        response.on("drain", goOn);
        response.on("close", goOn);
      });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const sendError = (response: ServerResponse, status: number, message: string, headers?: Record<string, string>) =>
  send(response, status, { error: { message, type: "pretended_error", code: null, param: null } }, headers);
