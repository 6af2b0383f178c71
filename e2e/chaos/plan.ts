import type { Random } from "./random";

export const kinds = ["kill", "break and kill", "pause", "restart database", "reset", "black hole"] as const;
export type Kind = (typeof kinds)[number];

/** Something bad, so many milliseconds after the start, to one of the servers (or to the database of all), for so long. */
export type Blow = { at: number; kind: Kind; target: number; lasts: number };

/**
 * What the nemesis will do: the same for the same seed. Every kind comes once before any comes again, and one server at a time
 * is hurt, so that the other can take over; the database is hurt at any time. In less than a minute everything is shorter.
 */
export function planned(random: Random, { seconds, servers }: { seconds: number; servers: number }): Blow[] {
  const pace = Math.min(1, seconds / 60);
  const between = (least: number, most: number) => Math.round(random.between(least, most) * pace);
  const lasting: Record<Kind, () => number> = {
    kill: () => between(500, 3_000),
    "break and kill": () => between(1_500, 3_000),
    // Longer than a lease: who is paused for so long wakes up as a zombie.
    pause: () => 20_000 * pace,
    "restart database": () => 0,
    // Before the connections break, answers no longer arrive: what was committed meanwhile, nobody knows.
    reset: () => between(200, 1_000),
    "black hole": () => between(2_000, 8_000),
  };
  const end = seconds * 1000;
  const blows: Blow[] = [];
  let upcoming: Kind[] = [];
  let freeAt = 0;
  for (let at = between(1_000, 2_000); at < end - 500; at += between(1_000, 3_000)) {
    if (upcoming.length === 0) upcoming = random.shuffled(kinds);
    // While a server is hurt, the next one waits for its turn; the database may be hurt meanwhile.
    const next = at >= freeAt ? 0 : upcoming.indexOf("restart database");
    const [kind] = next < 0 ? [] : upcoming.splice(next, 1);
    if (!kind) continue;
    const lasts = Math.round(Math.min(lasting[kind](), end - at));
    blows.push({ at, kind, target: random.below(servers), lasts });
    if (kind !== "restart database") freeAt = at + lasts + 1_000 * pace;
  }
  return blows;
}

export function inWords({ at, kind, target, lasts }: Blow): string {
  const whom = kind === "restart database" ? "" : ` of server ${"AB"[target] ?? target}`;
  const long = lasts > 0 ? ` for ${(lasts / 1000).toFixed(1)} s` : "";
  return `${(at / 1000).toFixed(1).padStart(6)} s  ${kind}${whom}${long}`;
}
