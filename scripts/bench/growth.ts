import { Agent, get } from "node:http";
import { median, medians } from "./figures";
import { conversationIds, fill, messagesOfOthers, pastOf } from "./filling";
import { headersOf, makePeople, type Person } from "./people";
import { measure, type Stage } from "./round";
import { countStatements, type Statements, statementsInSilence, withStatementLog } from "./statements";
import type { Patience } from "./trial";

/** What one size of the past does to a follow-up turn of one stream, and to what the pages read. Milliseconds. */
export type Growth = {
  name: string;
  added: number;
  failed: number;
  read: { conversations: number; messages: number; tasks: number };
  statements: Statements;
};

const sizes = [
  { name: "100 conversations of 10 messages, 10 tasks", conversations: 100, messages: 10, tasks: 10 },
  { name: "a conversation of 1,000 messages", conversations: 1, messages: 1_000, tasks: 10 },
  { name: "10,000 conversations of 10 messages, 10,000 tasks", conversations: 10_000, messages: 10, tasks: 10_000 },
];

const pace = { ttft: 20, n: 500, pace: 0 };
const turns = 10;
/** Turns whose statements are counted. */
const turnsCounted = 5;

/** An account with its past. A conversation grows with each turn: where they are to stay small, each turn takes the next. */
class Case {
  #used = 0;

  constructor(
    readonly name: string,
    readonly person: Person,
    readonly conversations: string[],
  ) {}

  next(count: number): string[] {
    const from = this.#used;
    this.#used += count;
    return Array.from({ length: count }, (_, step) => this.#at(from + step));
  }

  #at = (place: number) => this.conversations[place % this.conversations.length] ?? "";

  /** The same account, with what it has not used yet. */
  again(name: string): Case {
    return new Case(name, this.person, this.conversations.slice(this.#used));
  }
}

/** `others`: how many messages of other people there are in the end. */
export type GrowthPlan = { others: number; repetitions: number };

export async function measureGrowth(stage: Stage, plan: GrowthPlan, patience: Patience): Promise<Growth[]> {
  const { others, repetitions } = plan;
  const { databaseUrl, url } = stage.site;
  const cases: Case[] = [];
  for (const { name, ...size } of sizes) {
    const [person] = await makePeople(url, 1);
    if (!person) throw new Error("No account was made.");
    await fill(databaseUrl, pastOf({ email: person.email, ...size }));
    cases.push(new Case(name, person, (await conversationIds(databaseUrl, person.email)).slice(0, 100)));
  }
  const alone = await measureCases(stage, cases, repetitions, patience);
  await fill(databaseUrl, messagesOfOthers(others));
  const among = `the same as the first, among ${others.toLocaleString("en")} messages of others`;
  const again = cases.slice(0, 1).map((one) => one.again(among));
  return [...alone, ...(await measureCases(stage, again, repetitions, patience))];
}

/** All cases one after the other, several times over, so that what the machine does meanwhile meets all alike. */
async function measureCases(stage: Stage, cases: Case[], repetitions: number, patience: Patience): Promise<Growth[]> {
  const times = new Map(cases.map((one) => [one, [] as Omit<Growth, "name" | "statements">[]]));
  const jobOf = (one: Case, turns: number) => {
    const conversations = [one.next(turns)];
    return { site: stage.site.url, model: null, people: [one.person], turns, pace, conversations };
  };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const one of cases) {
      await patience.untilQuiet();
      const { added, failed } = await measure(stage, jobOf(one, turns));
      const read = await readTimes(stage.site.url, one);
      times.get(one)?.push({ added: added.p50, failed, read });
    }
  }
  return withStatementLog(stage.site.databaseUrl, async () => {
    const except = await statementsInSilence(stage);
    const growth: Growth[] = [];
    for (const one of cases) {
      const statements = await countStatements(stage, one.name, jobOf(one, turnsCounted), except);
      growth.push({ name: one.name, ...medians(times.get(one) ?? []), statements });
    }
    return growth;
  });
}

async function readTimes(site: string, { person, conversations }: Case): Promise<Growth["read"]> {
  const agent = new Agent({ keepAlive: true });
  const time = async (path: string) => {
    const taken: number[] = [];
    for (let count = 0; count < 12; count++) taken.push(await timeOf(`${site}${path}`, headersOf(site, person), agent));
    return median(taken);
  };
  const read = {
    conversations: await time("/api/conversations"),
    messages: await time(`/api/conversations/${conversations[0]}/messages`),
    tasks: await time("/api/tasks"),
  };
  agent.destroy();
  return read;
}

function timeOf(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}.`));
      answer.resume().on("end", () => resolve(performance.now() - start));
    }).on("error", reject);
  });
}
