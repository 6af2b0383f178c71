import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [task(1, "Renew passport"), task(2, "Fix bike pump")];

async function after(...messages: string[]) {
  const talk = conversation(list());
  const said = [];
  for (const message of messages) said.push(await talk.say(message));
  return { ...talk, said, last: said.at(-1) };
}

test.each(["make the passport urgent and tag it #papers", "tag the passport #papers and make it urgent"])(
  "%s does both",
  async (text) => {
    const { tasks } = await after(text);
    expect(tasks()[0]).toMatchObject({ priority: "high", tags: ["papers"] });
  },
);

test.each(["tag the bike pump", "tag the passport"])("%s asks which tag", async (text) => {
  const { last } = await after(text);
  expect(last?.changes).toEqual([]);
  expect(last?.reply).toMatch(/^Which tag should I give/);
});

test.each([
  ["papers", ["papers"]],
  ["home, garden", ["home", "garden"]],
  ["#home and #garden please", ["home", "garden"]],
])("which tag? %s", async (answer, tags) => {
  expect((await after("tag the passport", answer)).tasks()[0]?.tags).toEqual(tags);
});

test.each([
  "pay the electricity bill on the 15th, and the internet bill on the 20th, both every month",
  "call mum",
  "water the plants tomorrow",
])("which tag? %s is no tag", async (text) => {
  expect((await after("tag the passport", text)).tasks()[0]?.tags).toEqual([]);
});

test("what is said of both belongs to each", async () => {
  const bills = await after(
    "pay the electricity bill on the 15th, and the internet bill on the 20th, both every month",
  );
  expect(bills.last?.changes).toMatchObject([
    { input: { title: "pay the electricity bill", recurrence: "FREQ=MONTHLY;BYMONTHDAY=15" } },
    { input: { title: "the internet bill", recurrence: "FREQ=MONTHLY;BYMONTHDAY=20" } },
  ]);
  const things = await after("add buy a tent and a stove, both for next weekend");
  expect(things.last?.changes).toMatchObject([{ input: { title: "buy a tent" } }, { input: { title: "buy a stove" } }]);
});
