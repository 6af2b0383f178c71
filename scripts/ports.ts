import { createServer } from "node:net";
import { Refusal } from "./say.mjs";

/** Why nothing can listen there, as the system names it ("EADDRINUSE"); null when it can. */
function trouble(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

export async function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  if ((await trouble(port, host)) !== null) return false;
  // Browsers try ::1 first for "localhost": there must be nobody else there. A machine without IPv6 has another trouble.
  return host !== "127.0.0.1" || (await trouble(port, "::1")) !== "EADDRINUSE";
}

/** A port that the system picks, free at this moment. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/** The wanted port, or the next free one after it. */
export async function firstFreePort(wanted: number, host: string): Promise<number> {
  const reason = await trouble(wanted, host);
  if (reason === "EACCES") throw new Refusal(`PORT=${wanted} needs root; take one from 1024 on.`);
  if (reason !== null && reason !== "EADDRINUSE")
    throw new Refusal(
      `HOST=${host} can't be listened on (${reason}). Take 127.0.0.1, 0.0.0.0 or an address of this machine.`,
    );
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) if (await isFree(port, host)) return port;
  throw new Refusal(`Port ${wanted} and those after it are taken. Set PORT to a free one.`);
}
