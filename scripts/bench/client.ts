import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { answerParent } from "./child";
import type { Pace } from "./marker";
import type { Person } from "./people";
import { type Turn, takeTurn, toApp, toModel } from "./turn";

/**
 * Every person takes `turns` turns, one after the other, all people at the same time.
 * `conversations` names for each person those they go on in, one after the other; without it each turn begins a new one.
 */
export type Job = {
  site: string;
  /** null for the app; otherwise the model itself is asked, by as many as there are people. */
  model: string | null;
  people: Person[];
  conversations?: string[][];
  turns: number;
  pace: Pace;
};

answerParent<Job, Turn[]>(async ({ site, model, people, conversations, turns, pace }) => {
  // One that waits long enough is closed by the server, in the very moment of the next request perhaps.
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const each = people.map(async (person, place) => {
    const own = conversations?.[place] ?? [];
    const taken: Turn[] = [];
    for (let count = 0; count < turns; count++) {
      const id = randomUUID();
      const conversation = own[count % own.length] ?? randomUUID();
      const asking = model ? toModel(model, id, pace) : toApp(site, person, conversation, id, pace);
      taken.push(await takeTurn(agent, id, asking));
    }
    return taken;
  });
  const taken = await Promise.all(each);
  agent.destroy();
  return taken.flat();
});
