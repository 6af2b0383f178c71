/** More texts than this are made anew with each call (lists of varying length): PostgreSQL keeps every named one per connection. */
const most = 300;
const names = new Map<string, string>();

/**
 * A name for a statement's text, so that PostgreSQL parses and plans it once per connection; "" leaves it unnamed. So does a `*`: the
 * shape of its answer may change under a running process when another one migrates.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= most || sql.includes("*")) return "";
  const name = `docket_${names.size}`;
  names.set(sql, name);
  return name;
}
