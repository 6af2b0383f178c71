import { randomUUID } from "node:crypto";
import { type Door, pages, routes, type Things } from "./access-matrix";
import { tools } from "./access-tools";
import { pageDoors, routeDoors, toolDoors } from "./doors";
import { expect, required, test } from "./fixtures";
import { type Answer, type Person, signUp, stranger } from "./people";

test("every route, tool and page has its entry in the access matrix, and no entry is stale", () => {
  expect(Object.keys(routes).sort()).toEqual(routeDoors());
  expect(Object.keys(tools).sort()).toEqual(toolDoors());
  expect(Object.keys(pages).sort()).toEqual(pageDoors());
});

const toolCases = Object.entries(tools).flatMap(([name, doors]) =>
  doors.map((door): [string, Door] => [
    `POST /api/tools/[name] ${name}`,
    { ...door, path: () => `/api/tools/${name}` },
  ]),
);
const routeCases = Object.entries(routes).flatMap(([name, doors]) => doors.map((door): [string, Door] => [name, door]));

for (const [index, [name, door]] of [...routeCases, ...toolCases].entries()) {
  test(`${name} (${index}) keeps everyone to their own`, async ({ baseURL }) => {
    const address = required(baseURL);
    const owner = await signUp(address, { name: `Canary ${lettersOf(randomUUID())}` });
    const other = await signUp(address);
    const signedOut = await signUp(address);
    await signedOut.ask("DELETE", "/api/session");

    const things = await thingsOf(owner);
    const none: Things = {
      conversation: randomUUID(),
      message: randomUUID(),
      reply: randomUUID(),
      call: randomUUID(),
      waitingCall: randomUUID(),
      taskNumber: 99_999,
    };
    const knock = (person: Person, which: Things) => knockAt(name, door, person, which);
    const before = await everythingOf(owner, things);

    // Who has not signed in learns nothing, whatever they ask for.
    for (const nobody of [stranger(address), signedOut]) {
      const answers = [await knock(nobody, things), await knock(nobody, none)];
      expect(answers.map(({ status }) => status)).toEqual(Array(2).fill(door.anonymous ?? 401));
      expect(comparable(required(answers[0]), door)).toEqual(comparable(required(answers[1]), door));
    }

    // Somebody else's and missing are one answer.
    const foreign = await knock(other, things);
    const missing = await knock(other, none);
    expect(foreign.status, foreign.text).toBe(door.missing ?? door.own);
    expect(comparable(foreign, door)).toEqual(comparable(missing, door));
    expect(foreign.text).not.toContain(owner.name);
    expect(foreign.text).not.toContain(owner.email);

    expect(await everythingOf(owner, things), "what belongs to the owner").toEqual(before);

    // And the owner gets in, so that the refusals above mean something.
    const missingForOwner = door.missing === undefined ? null : await knock(owner, none);
    expect(missingForOwner?.status).toBe(door.missing);
    const own = await knock(owner, things);
    expect(own.status, own.text).toBe(door.own);
  });
}

for (const [address, page] of Object.entries(pages)) {
  test(`the page ${address} is for its owner`, async ({ baseURL, person, device }) => {
    const things = await thingsOf(person);
    const path = page.path?.(things) ?? address;
    const anonymous = await device(null);
    await anonymous.goto(path);
    await expect(anonymous).toHaveURL(/\/login/);

    const own = await person.ask("GET", path);
    expect(own.status).toBe(200);
    expect(own.headers.get("cache-control")).toContain("no-store");

    const signedOut = await signUp(required(baseURL));
    await signedOut.ask("DELETE", "/api/session");
    const refused = await signedOut.ask("GET", path);
    expect(refused.text).not.toContain(person.email);
    expect([refused.status, new URL(refused.headers.get("location") ?? "", required(baseURL)).pathname]).toEqual([
      307,
      "/login",
    ]);
  });
}

test("a conversation of somebody else looks exactly like one that is missing", async ({
  page,
  person,
  secondPerson,
  guard,
}) => {
  guard.expectProblems(/404/);
  const { conversation } = await thingsOf(secondPerson);
  const looks: string[] = [];
  for (const id of [conversation, randomUUID()]) {
    const answer = await person.ask("GET", `/chat/${id}`);
    expect(answer.text).not.toContain(secondPerson.email);
    await page.goto(`/chat/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    looks.push(`${answer.status}: ${await page.title()}\n${await page.locator("body").innerText()}`);
  }
  expect(looks[0]).toBe(looks[1]);
});

async function knockAt(name: string, door: Door, person: Person, things: Things): Promise<Answer> {
  const [method = "GET", pattern = "/"] = name.split(" ");
  const path = door.path?.(things) ?? pattern;
  const body = door.body?.(things, person);
  if (door.form) return person.ask(method, path, body, { "content-type": "application/x-www-form-urlencoded" });
  if (!door.endless) return person.ask(method, path, body);
  const response = await person.open(method, path, body);
  await response.body?.cancel();
  return { status: response.status, headers: response.headers, text: "", body: "" };
}

/** An answer without the ids that the asker put into the question. */
function comparable(answer: Answer, door: Door) {
  if (door.compare === "status") return { status: answer.status };
  const text = answer.text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "<id>")
    .replaceAll(/#\d+/g, "#<number>")
    .replaceAll(/"numbers":\[[\d,]+\]/g, '"numbers":<asked for>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>");
  // Doors that make or change something of one's own answer with what is new each time.
  return door.missing === undefined && answer.status < 300
    ? { status: answer.status }
    : { status: answer.status, text };
}

/** One thing of each kind, made through the doors themselves: a conversation with a reply, tasks, a call that waits. */
async function thingsOf(person: Person): Promise<Things> {
  await person.ask("PATCH", "/api/me", { settings: { approval: { delete: "always" } } });
  const { conversationId, replyId } = await person.say(`add ${person.name} tomorrow`);
  await person.tool("create_task", { title: `Second ${person.name}` });
  await person.say("delete #2");
  const { calls } = (await person.ask("GET", "/api/activity")).body as {
    calls: { id: string; status: string; messageId: string | null }[];
  };
  const { messages } = (await person.ask("GET", `/api/conversations/${conversationId}/messages`)).body as {
    messages: { id: string }[];
  };
  return {
    conversation: conversationId,
    message: required(messages[0]?.id),
    reply: replyId,
    call: required(calls.find(({ messageId }) => messageId === replyId)?.id),
    waitingCall: required(calls.find(({ status }) => status === "PENDING")?.id),
    taskNumber: 1,
  };
}

/** A word of its own that no reader of dates takes for a number. */
const lettersOf = (id: string) =>
  id.replaceAll("-", "").replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");

/** What the owner can read, to see that nobody else changed it. */
async function everythingOf(person: Person, { conversation }: Things) {
  const paths = [
    "/api/tasks?view=all",
    "/api/tasks?view=bin",
    "/api/activity",
    `/api/conversations/${conversation}`,
    `/api/conversations/${conversation}/messages`,
    "/api/me",
  ];
  return Promise.all(paths.map(async (path) => (await person.ask("GET", path)).body));
}
