/** Something that went wrong in a way the reader can put right: its message is a sentence, shown without a stack. */
export class Refusal extends Error {}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/**
 * Does something that takes a while: says so once it has taken a second and then every 15, and says at the end how
 * long it took.
 * @template T
 * @param {string} doing
 * @param {string} done
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, done, work) {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const first = setTimeout(() => say(`${doing} …`), 1000);
  const again = setInterval(() => say(`  … ${seconds()}`), 15_000);
  try {
    const result = await work();
    say(`${done} (${seconds()})`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}

/**
 * Runs a script to its end; whatever stops it is told in a sentence, or with its stack when nobody foresaw it.
 * @param {() => Promise<number | void>} main
 */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
