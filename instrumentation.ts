/** Runs once when a server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { begin } = await import("./instrumentation-node");
  begin();
}
