/** Runs once when a server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkEnv } = await import("@/lib/env");
  checkEnv();
  const { watchClientAddresses } = await import("@/lib/auth/client-address");
  watchClientAddresses();
  const { startSweeper } = await import("@/lib/assistant/sweeper");
  startSweeper();
}
