/** The address of the server, with what every session of ours must have. */
export function sessionAddress(url: string): string {
  const address = new URL(url);
  // Prisma's adapter sends and reads moments without an offset, as if every session were in UTC: in any other zone, all
  // clocks that the database writes would be read wrong. In the address, because that wins over a setting beside it.
  const options = [address.searchParams.get("options"), "-c TimeZone=UTC"].filter(Boolean).join(" ");
  address.searchParams.set("options", options);
  return address.href;
}

/** In milliseconds. Not among the `options`: PgBouncer passes TimeZone on, and can be told to ignore parameters. */
export const sessionLimits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 10_000,
  // A process that is paused in a transaction must not hold its locks for as long as it sleeps.
  idle_in_transaction_session_timeout: 15_000,
};
