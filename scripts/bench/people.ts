import { randomInt, randomUUID } from "node:crypto";
import { Refusal } from "@/scripts/say.mjs";

/** An account, signed in. */
export type Person = { email: string; cookie: string; address: string };

/** What a browser of this person sends with every request. */
export const headersOf = (site: string, { cookie, address }: Person) => ({
  origin: site,
  cookie,
  "x-forwarded-for": address,
  "content-type": "application/json",
});

/** New accounts, as people make them. Each comes from an address of its own, so that limits stay what they are. */
export async function makePeople(site: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  const wanted = Array.from({ length: count }, (_, index) => index);
  // The server hashes four passwords at a time.
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (wanted.pop() !== undefined) people.push(await signUp(site));
    }),
  );
  return people;
}

async function signUp(site: string): Promise<Person> {
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const email = `bench-${randomUUID()}@example.com`;
  const body = { email, password: `correct horse ${randomUUID()}`, name: "Robin Example", timeZone: "Europe/Paris" };
  const answer = await fetch(`${site}/api/users`, {
    method: "POST",
    headers: { origin: site, "x-forwarded-for": address, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Refusal(`An account could not be made: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { email, cookie, address };
}
