import { randomUUID } from "node:crypto";
import { type Agent, request } from "node:http";
import { now } from "./clock";
import { listener } from "./listener";
import { markedText, type Pace } from "./marker";
import { headersOf, type Person } from "./people";

/** One message and its reply, as its sender saw it; moments by the shared clock. */
export type Turn = {
  id: string;
  status: number;
  error: string | null;
  tokens: number;
  sent: number;
  firstByte: number;
  firstToken: number;
  ended: number;
};

export type Asking = { url: string; headers: Record<string, string>; body: string };

/** A person's message to the app. */
export function toApp(site: string, person: Person, conversationId: string, id: string, pace: Pace): Asking {
  const body = { conversationId, messageId: randomUUID(), text: markedText(id, pace), timeZone: "Europe/Paris" };
  return { url: `${site}/api/chat`, headers: headersOf(site, person), body: JSON.stringify(body) };
}

/** The same text to the model itself. */
export function toModel(model: string, id: string, pace: Pace): Asking {
  const body = { model: "bench", stream: true, messages: [{ role: "user", content: markedText(id, pace) }] };
  return {
    url: `${model}/v1/chat/completions`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Sends a message and hears the answer to its end. What goes wrong is written down, not thrown. */
export function takeTurn(agent: Agent, id: string, { url, headers, body }: Asking): Promise<Turn> {
  const turn: Turn = { id, status: 0, error: null, tokens: 0, sent: now(), firstByte: 0, firstToken: 0, ended: 0 };
  const listen = listener();
  return new Promise((resolve) => {
    const end = (error: string | null) => resolve({ ...turn, error: turn.error ?? error, ended: now() });
    const asking = request(
      url,
      { agent, method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (answer) => {
        turn.status = answer.statusCode ?? 0;
        answer.on("data", (piece: Buffer) => {
          const at = now();
          turn.firstByte ||= at;
          const { tokens, error } = listen(piece);
          if (tokens > 0) turn.firstToken ||= at;
          turn.tokens += tokens;
          turn.error ??= turn.status === 200 ? error : piece.toString().slice(0, 300);
        });
        answer.on("end", () => end(null));
        answer.on("error", (error) => end(error.message));
      },
    );
    asking.setNoDelay(true);
    asking.on("error", (error) => end(error.message));
    asking.end(body);
  });
}
