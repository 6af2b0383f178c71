/** Draws when asked, but not more often than every so many milliseconds: what comes sooner waits for the one timer. */
export function paced(draw: () => void, milliseconds: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let earliest = 0;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    end();
    earliest = performance.now() + milliseconds;
    draw();
  };
  const soon = () => {
    timer ??= setTimeout(now, Math.max(0, earliest - performance.now()));
  };
  return { now, soon, end };
}
