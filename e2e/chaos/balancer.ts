import { Agent, createServer, type IncomingMessage, request as open, type ServerResponse } from "node:http";
import { steadyPort } from "./ports";

export type Balancer = {
  url: string;
  /** Those that were well when they were last asked. */
  healthy(): string[];
  close(): Promise<void>;
};

type Backend = { url: string; isWell: boolean };

const checkEvery = 500;

/**
 * Shares requests out over instances in turn, whoever sends them. One whose health check fails gets none. A GET that got no
 * byte of an answer is tried on another instance; anything else is told 502, since it may have had its effect.
 * `patience`: milliseconds until an instance has to begin its answer.
 */
export async function openBalancer(urls: string[], { patience = 10_000 } = {}): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const backends: Backend[] = urls.map((url) => ({ url, isWell: false }));
  let turn = 0;

  const choose = (tried: Set<Backend>): Backend | undefined => {
    const left = backends.filter((backend) => backend.isWell && !tried.has(backend));
    turn += 1;
    return left[turn % Math.max(left.length, 1)];
  };

  async function check(backend: Backend): Promise<void> {
    // Longer than a well one takes on a busy machine, shorter than a person waits.
    const answer = fetch(`${backend.url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    // One that stops between its status and its last byte is as unwell as one that says nothing.
    backend.isWell = await answer
      .then(async (response) => {
        await response.arrayBuffer();
        return response.ok;
      })
      .catch(() => false);
  }

  /** Resolves when the request was passed on; false when this instance gave no byte of an answer. */
  function pass(backend: Backend, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const { method, headers } = incoming;
      const onward = open(`${backend.url}${incoming.url}`, { method, headers, agent });
      const late = setTimeout(() => onward.destroy(new Error("no answer")), patience);
      onward.once("response", (answer) => {
        clearTimeout(late);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        answer.pipe(outgoing);
        // Broken off there, broken off here: an end would claim that this was all.
        answer.once("close", () => answer.complete || outgoing.destroy());
        resolve(true);
      });
      onward.once("error", () => {
        clearTimeout(late);
        resolve(outgoing.headersSent || outgoing.destroyed);
      });
      outgoing.once("close", () => onward.destroy());
      onward.end(body);
    });
  }

  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming).catch(() => null);
    if (!body) return outgoing.destroy();
    const tried = new Set<Backend>();
    for (let backend = choose(tried); backend; backend = choose(tried)) {
      if (await pass(backend, incoming, body, outgoing)) return;
      backend.isWell = false;
      tried.add(backend);
      if (incoming.method !== "GET") return answer(outgoing, 502);
    }
    answer(outgoing, 503);
  });
  const port = await steadyPort();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  await Promise.all(backends.map(check));
  let isClosed = false;
  for (const backend of backends) {
    const again = async () => {
      await check(backend);
      if (!isClosed) setTimeout(again, checkEvery).unref();
    };
    void again();
  }
  return {
    url: `http://127.0.0.1:${port}`,
    healthy: () => backends.filter(({ isWell }) => isWell).map(({ url }) => url),
    async close() {
      isClosed = true;
      server.closeAllConnections();
      agent.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What a proxy says when it has nobody to ask. */
function answer(outgoing: ServerResponse, status: 502 | 503): void {
  outgoing.writeHead(status, { "content-type": "text/plain", "retry-after": "1" });
  outgoing.end("No instance answers.");
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
}
