/** An answer that was not yes; the message is the server's sentence for the person. */
export class Refused extends Error {
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(message: string, status: number, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.details = details;
  }
}

const offline = "No connection to the server. Check the network and try again; nothing you typed is lost.";
const broken = "The server gave no readable answer. Try again in a moment.";

/** Reads problem+json (RFC 9457) into an error whose message can be shown as it is. */
export async function refusal(response: Response): Promise<Refused> {
  const problem: unknown = await response.json().catch(() => null);
  const details = problem && typeof problem === "object" ? (problem as Record<string, unknown>) : {};
  return new Refused(typeof details.detail === "string" ? details.detail : broken, response.status, details);
}

let isLeaving = false;

/** Away from this page, wherever an answer that is still to come would send the person. */
export function leaveFor(path: string) {
  isLeaving = true;
  location.assign(path);
}

/** The session has ended: sign in, and come back to where one was. */
export function toSignIn() {
  if (!isLeaving) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}&ended=1`);
}

type Asking = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  headers?: HeadersInit;
  signal?: AbortSignal;
};

/** One request to a door of ours. `Answer` is what that route promises; both ends are typed from the same schema. */
export async function ask<Answer = void>(path: string, { method = "GET", body, headers, signal }: Asking = {}) {
  const response = await fetch(path, {
    method,
    signal,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(offline, 0);
  });
  if (!response.ok) {
    const refused = await refusal(response);
    if (response.status === 401 && location.pathname !== "/login") toSignIn();
    throw refused;
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

export const sentence = (error: unknown): string => (error instanceof Refused ? error.message : broken);
