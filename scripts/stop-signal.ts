/** A person's wish to stop: `signal` once they say so, `hurry` when they say it again. */
export type StopSignal = { signal: AbortSignal; hurry: AbortSignal };

/** One Ctrl-C may arrive several times over: from the terminal, from npm, and from the half that handed over to us. */
const sameWishMs = 1000;

export function stopSignal(): StopSignal {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = 0;
  const wish = () => {
    if (!stop.signal.aborted) {
      first = Date.now();
      stop.abort();
    } else if (Date.now() - first > sameWishMs) hurry.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, wish);
  // The half that handed over to us was killed.
  process.on("disconnect", wish);
  process.channel?.unref();
  return { signal: stop.signal, hurry: hurry.signal };
}

export const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
