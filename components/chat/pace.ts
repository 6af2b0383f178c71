/** Milliseconds that a slow machine may be given between two drawings; also the pace of a page that nobody sees. */
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
    earliest = begun + longest;
    draw();
    painted(() => {
      const took = performance.now() - begun;
      earliest = begun + Math.min(Math.max(milliseconds, 2 * took), longest);
      if (timer === undefined) return;
      end();
      soon();
    });
  };
  const soon = () => {
    timer ??= setTimeout(now, Math.max(0, earliest - performance.now()));
  };
  return { now, soon, end };
}

/** Once what was drawn is on the screen; at once where there is none. */
function afterPaint(then: () => void): void {
  if (typeof requestAnimationFrame === "undefined") then();
  else requestAnimationFrame(() => setTimeout(then));
}
