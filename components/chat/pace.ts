/** Milliseconds that a slow machine may be given between two drawings. */
const longest = 250;

/**
 * Draws when asked, but not more often than every so many milliseconds: what comes sooner waits for the one timer. Where drawing
 * itself takes long, it is given half of the time and no more, so that keys and clicks come in between.
 */
export function paced(draw: () => void, milliseconds: number, painted = afterPaint) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let earliest = 0;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    end();
    const begun = performance.now();
    earliest = begun + milliseconds;
    draw();
    painted(() => {
      const took = performance.now() - begun;
      earliest = Math.max(earliest, begun + Math.min(2 * took, longest));
    });
  };
  const fire = () => {
    const early = earliest - performance.now();
    if (early > 0) timer = setTimeout(fire, early);
    else now();
  };
  const soon = () => {
    timer ??= setTimeout(fire, Math.max(0, earliest - performance.now()));
  };
  return { now, soon, end };
}

/** Once what was drawn is on the screen; never where there is none. */
function afterPaint(then: () => void): void {
  globalThis.requestAnimationFrame?.(() => setTimeout(then));
}
