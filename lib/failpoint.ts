/** Where the chaos tests may kill a process that writes a reply, in the order in which a reply comes by. */
export const failpoints = [
  "before-lease",
  "after-user-commit",
  "mid-stream",
  "before-tool-commit",
  "after-tool-commit",
  "before-finish-commit",
  "after-finish-commit",
] as const;
export type Failpoint = (typeof failpoints)[number];

declare global {
  var docketFailpoint: ((name: Failpoint) => void) | undefined;
}

/** Does nothing unless a test has loaded something that waits here: no variable and no request can arm it. */
export const failpoint = (name: Failpoint): void => globalThis.docketFailpoint?.(name);
