/** Runs once after many calls: when there was none for `quiet` milliseconds, and `most` after the first one at the latest. */
export function gathering(run: () => void, { quiet, most }: { quiet: number; most: number }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | null = null;
  const stop = () => {
    clearTimeout(timer);
    first = null;
  };
  return {
    soon() {
      const now = Date.now();
      first ??= now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          stop();
          run();
        },
        Math.max(0, Math.min(quiet, first + most - now)),
      );
    },
    stop,
  };
}
