/** Runs once when a server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkEnv } = await import("@/lib/env");
  checkEnv();
  const { watchClientAddresses } = await import("@/lib/auth/client-address");
  watchClientAddresses();
  const { startSweeper } = await import("@/lib/assistant/sweeper");
  startSweeper();
  // The patterns of the built-in assistant are compiled on first use, a quarter of a second that no person should wait for.
  const { understand } = await import("@/lib/assistant/offline/understand");
  understand("add milk tomorrow at 5", { now: new Date(), timeZone: "UTC" });
}
