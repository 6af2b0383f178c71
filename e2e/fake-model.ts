import { randomUUID } from "node:crypto";
import type { Script } from "./fake-openai/script";
import { required } from "./fixtures";
import type { Person } from "./people";

/** For `test.use`: the instance of the app whose model is the fake server, behind the provider's real code. */
export const withFakeModel = { baseURL: process.env.DOCKET_E2E_OPENAI_URL };

const fake = (path: string) => new URL(path, required(process.env.DOCKET_E2E_FAKE_URL));

/** A message that chooses a script, and the key under which its calls are counted. */
export function scripted(name: string): { text: string; key: string } {
  const key = randomUUID();
  return { text: `Please help. [[script:${name}#${key}]]`, key };
}

export type Counted = { calls: number; requests: { body: { messages: { role: string; content: unknown }[] } }[] };

export const callsOf = async (key: string): Promise<Counted> => (await fetch(fake(`/__calls?key=${key}`))).json();

export async function addScript(script: Script): Promise<string> {
  const name = `own-${randomUUID()}`;
  const answer = await fetch(fake(`/__scripts/${name}`), { method: "PUT", body: JSON.stringify(script) });
  if (!answer.ok) throw new Error(`The fake model took no script: ${answer.status}.`);
  return name;
}

type Stored = { id: string; status: string; content: string; metadata: { error?: { code: string; message: string } } };

/** The last reply of a conversation, as it is stored. */
export async function storedReply(person: Person, conversationId: string): Promise<Stored> {
  const answer = await person.ask("GET", `/api/conversations/${conversationId}/messages`);
  return required((answer.body as { messages: Stored[] }).messages.at(-1));
}
