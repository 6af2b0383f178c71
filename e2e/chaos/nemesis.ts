import { setTimeout as sleep } from "node:timers/promises";
import { signUp } from "@/e2e/people";
import { openBalancer } from "./balancer";
import { violationsOfPrivacy, violationsOfReaders, violationsOfTheNextMessage } from "./doors";
import { type History, openHistory } from "./history";
import { severalAtOnce, violationsIn } from "./invariants";
import { type Blow, inWords, planned } from "./plan";
import { seeded } from "./random";
import { type DatabaseProxy, type Instance, openSite, type Site } from "./site";
import { clickAround, interrupt, type Shift, talk, talkPlainly } from "./workers";

export type NemesisResult = { violations: string[]; lines: string[] };

/** Those who work, by person: two at once on the same tasks, and others alone. */
const crews = [[clickAround, clickAround], [clickAround], [talk], [talk], [talkPlainly], [interrupt]];

type Target = { instance: Instance; proxy: DatabaseProxy };

/**
 * People work through a balancer over two servers while a nemesis hurts these and their database, as planned by the seed. Then
 * all is healed, and what is left is held against what the people saw.
 */
export async function runNemesis(options: {
  seconds: number;
  seed: number;
  tell: (line: string) => void;
}): Promise<NemesisResult> {
  const { seconds, seed, tell } = options;
  const plan = planned(seeded(seed), { seconds, servers: 2 });
  const site = await openSite();
  const started = performance.now();
  const violations: string[] = [];
  try {
    const targets = await Promise.all([openTarget(site), openTarget(site)]);
    const urls = targets.map(({ instance }) => instance.url);
    const balancer = await openBalancer(urls);
    try {
      const nemesis = new Nemesis(site, targets, violations, tell);
      const answers = new Map<string, number>();
      const end = new AbortController();
      const shifts = await openShifts(site, balancer.url, answers, end.signal);
      const histories = [...new Set(shifts.map(({ shift }) => shift.history))];
      const users = histories.map(({ userId }) => userId);
      const working = Promise.all(shifts.map(({ work, shift }) => work(shift)));
      const watching = watchForSeveral(site, users, violations, end.signal);
      await Promise.race([nemesis.carryOut(plan, seconds * 1000), working]);
      await nemesis.heal();
      tell(`healed after ${since(started)}`);
      end.abort();
      await Promise.all([working, watching]);
      await untilQuiet(site, users, violations);
      tell(`quiet after ${since(started)}`);
      // Whoever reads from now on reads at a server, not at one that the balancer hasn't found again.
      for (const history of histories) history.person = history.person.at({ baseURL: urls[0] });
      violations.push(...(await violationsIn(site.sql, histories)));
      violations.push(...(await violationsOfReaders(site.sql, histories, urls, 10)));
      violations.push(...(await violationsOfPrivacy(site.sql, histories, await signUp(urls[1] ?? ""))));
      violations.push(...(await violationsOfTheNextMessage(site.sql, histories, 10)));
      violations.push(...(await violationsIn(site.sql, histories)).filter((line) => !violations.includes(line)));
      violations.push(...nemesis.complaints());
      if (answers.has("500")) violations.push(`${answers.get("500")} requests were answered 500.`);
      return { violations, lines: summary(histories, answers, plan, since(started)) };
    } finally {
      await balancer.close();
    }
  } finally {
    await site.close();
  }
}

const since = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

async function openTarget(site: Site): Promise<Target> {
  const proxy = await site.proxy();
  return { proxy, instance: await site.instance({ databaseUrl: proxy.databaseUrl }) };
}

async function openShifts(site: Site, baseURL: string, answers: Map<string, number>, signal: AbortSignal) {
  const shifts: { work: (shift: Shift) => Promise<void>; shift: Shift }[] = [];
  for (const crew of crews) {
    const person = await signUp(baseURL);
    const history = await openHistory(site.sql, person);
    const shift: Shift = { person, history, fakeUrl: site.fake.url, signal, answers };
    shifts.push(...crew.map((work) => ({ work, shift })));
  }
  return shifts;
}

class Nemesis {
  /** Servers that we have killed and not yet started again: the end of any other is a crash. */
  readonly #down = new Set<Instance>();
  readonly #crashes: string[] = [];
  #isOver = false;
  /** A server may not be up again when its next blow is due: that one waits. */
  readonly #last = new Map<string, Promise<void>>();

  constructor(
    readonly site: Site,
    readonly targets: Target[],
    readonly violations: string[],
    readonly tell: (line: string) => void,
  ) {
    for (const { instance } of targets) this.#watch(instance);
  }

  #watch(instance: Instance): void {
    const { pid } = instance;
    void instance.exited.then(({ code, signal }) => {
      if (!this.#isOver && !this.#down.has(instance))
        this.#crashes.push(`A server (process ${pid}) ended by itself: ${signal ?? code}.`);
    });
  }

  /** On a slow machine blows may be due together; those that would come after the end are left out. */
  async carryOut(plan: Blow[], withinMs: number): Promise<void> {
    const start = Date.now();
    const strike = async (blow: Blow) => (Date.now() < start + withinMs ? this.#strike(blow) : undefined);
    await Promise.all(
      plan.map(async (blow) => {
        await sleep(Math.max(0, start + blow.at - Date.now()));
        const whom = blow.kind === "restart database" ? "database" : `server ${blow.target}`;
        const struck = (this.#last.get(whom) ?? Promise.resolve()).then(() => strike(blow));
        const borne = struck.catch((error) => void this.violations.push(`${inWords(blow)} went wrong: ${error}`));
        this.#last.set(whom, borne);
        await borne;
      }),
    );
  }

  async #strike(blow: Blow): Promise<void> {
    const { kind, target, lasts } = blow;
    const { instance, proxy } = this.targets[target] ?? {};
    if (!instance || !proxy) return;
    this.tell(inWords(blow));
    switch (kind) {
      case "kill":
        return this.#kill(instance, lasts);
      case "break and kill":
        await this.#loseAnswers(proxy, 500);
        // Long enough for it to write again what it doesn't know to be written.
        await sleep(700);
        return this.#kill(instance, lasts);
      case "pause":
        instance.kill("SIGSTOP");
        await sleep(lasts);
        return instance.kill("SIGCONT");
      case "black hole":
        proxy.blackHole(true);
        await sleep(lasts);
        return proxy.blackHole(false);
      case "reset":
        return this.#loseAnswers(proxy, lasts);
      case "restart database":
        return this.site.restartDatabase("immediate");
    }
  }

  async #kill(instance: Instance, lasts: number): Promise<void> {
    this.#down.add(instance);
    instance.kill("SIGKILL");
    await instance.exited;
    await sleep(lasts);
    await instance.restart();
    this.#down.delete(instance);
    this.#watch(instance);
  }

  /** Breaks the connections to the database after a while in which it did as it was told and could not say so. */
  async #loseAnswers(proxy: DatabaseProxy, lasts: number): Promise<void> {
    proxy.mute(true);
    await sleep(lasts);
    proxy.reset();
    proxy.mute(false);
  }

  async heal(): Promise<void> {
    for (const { proxy, instance } of this.targets) {
      await proxy.heal();
      instance.kill("SIGCONT");
    }
  }

  /** What no blow explains. */
  complaints(): string[] {
    this.#isOver = true;
    const lines = this.targets.flatMap(({ instance }) => instance.output().split("\n"));
    const unhandled = lines.filter((line) => /unhandled|uncaught|heap out of memory|ERR_UNHANDLED/i.test(line));
    return [...this.#crashes, ...unhandled.map((line) => `A server printed: ${line.slice(0, 300)}`)];
  }
}

/** I5, while everything happens; a database that doesn't answer is asked again. */
async function watchForSeveral(site: Site, users: string[], violations: string[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const found = await severalAtOnce(site.sql, users).catch(() => []);
    violations.push(...found.filter((line) => !violations.includes(line)));
    await sleep(500);
  }
}

/** Dead replies are ended 15 s after their last sign of life, plus at most 3 s until somebody looks. */
async function untilQuiet(site: Site, users: string[], violations: string[]): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const running = await site.sql<{ id: string }>(
      `SELECT "id" FROM "Message" WHERE "userId" = ANY($1) AND "status" IN ('PENDING', 'PROCESSING')`,
      [users],
    );
    if (running.length === 0) return;
    if (Date.now() > end) {
      violations.push(`30 s after the last fault ${running.length} replies still run.`);
      return;
    }
    await sleep(250);
  }
}

function summary(histories: History[], answers: Map<string, number>, plan: Blow[], time: string): string[] {
  const counted = (outcomes: string[]) =>
    ["ok", "fail", "unknown"]
      .map((name) => `${outcomes.filter((outcome) => outcome === name).length} ${name}`)
      .join(", ");
  const messages = histories.flatMap(({ said }) => said.filter(({ text }) => text !== ""));
  const effects = histories.flatMap(({ effects }) => effects);
  return [
    `${plan.length} blows, ${time} with the checks`,
    `messages: ${counted(messages.map(({ outcome }) => outcome))}`,
    `changes: ${counted(effects.map(({ outcome }) => outcome))}`,
    `reads that showed a task's version: ${histories.reduce((sum, { sights }) => sum + sights.length, 0)}`,
    `answers: ${[...answers]
      .toSorted()
      .map(([status, count]) => `${status} × ${count}`)
      .join(", ")}`,
  ];
}
