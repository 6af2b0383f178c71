import { setTimeout as sleep } from "node:timers/promises";
import { machine } from "./accounting";
import type { Child } from "./child";
import type { Job } from "./client";
import { now } from "./clock";
import type { ModelAnswer, ModelQuestion, Stamp } from "./fake-model";
import { type Spread, spread } from "./figures";
import { type Cost, startMeter } from "./meter";
import type { Site } from "./site";
import type { Turn } from "./turn";

/** Everything that takes part in a measurement. */
export type Stage = {
  site: Site;
  model: Child<ModelQuestion, ModelAnswer>;
  modelUrl: string;
  client: Child<Job, Turn[]>;
};

/** What was measured of some turns at once. Milliseconds, seconds of CPU per turn, megabytes. */
export type Round = Omit<Cost, "seconds"> & {
  turns: number;
  failed: number;
  failure: string;
  firstByte: Spread;
  firstToken: Spread;
  /** (send → first token at the client) − (request at the model → first token written by it), per turn. */
  added: Spread;
  /** The part of it before the model was asked. */
  before: Spread;
  total: Spread;
  perSecond: number;
};

export async function measure(stage: Stage, job: Job): Promise<Round> {
  const { model, client, site } = stage;
  await model.ask({ ask: "stamps" });
  const stop = startMeter({ ...site.pids, model: model.pid, client: client.pid });
  const turns = await client.ask(job);
  const { seconds, cpu, ...cost } = await stop();
  const { stamps } = await model.ask({ ask: "stamps" });
  const perTurn = (spent: number) => Number((spent / turns.length).toFixed(4));
  return {
    ...timesOf(turns, stamps, job.pace.n),
    perSecond: turns.length / seconds,
    cpu: {
      app: perTurn(cpu.app),
      postgres: perTurn(cpu.postgres),
      model: perTurn(cpu.model),
      client: perTurn(cpu.client),
    },
    ...cost,
  };
}

function timesOf(turns: Turn[], stamps: Stamp[], tokens: number) {
  const byId = new Map(stamps.map((stamp) => [stamp.id, stamp]));
  const whole = turns.flatMap((turn) => {
    const stamp = byId.get(turn.id);
    const isWhole = turn.status === 200 && turn.error === null && turn.tokens === tokens;
    return isWhole && stamp ? [{ ...turn, ...stamp }] : [];
  });
  const broken = turns.find((turn) => !whole.some(({ id }) => id === turn.id));
  return {
    turns: turns.length,
    failed: turns.length - whole.length,
    failure: broken ? `${broken.status}, ${broken.tokens} tokens: ${broken.error ?? "no error"}` : "",
    firstByte: spread(whole.map(({ firstByte, sent }) => firstByte - sent)),
    firstToken: spread(whole.map(({ firstToken, sent }) => firstToken - sent)),
    added: spread(whole.map(({ firstToken, sent, first, arrived }) => firstToken - sent - (first - arrived))),
    before: spread(whole.map(({ arrived, sent }) => arrived - sent)),
    total: spread(whole.map(({ ended, sent }) => ended - sent)),
  };
}

/** Waits until the rest of the machine is quiet for a second, at most `seconds`; the cores that are busy then. */
export async function quiet(seconds: number): Promise<number> {
  const end = now() + seconds * 1000;
  for (;;) {
    const before = machine();
    await sleep(1000);
    const after = machine();
    const busy = after.used + after.stolen - before.used - before.stolen;
    if (busy < 0.25 || now() > end) return busy;
  }
}
