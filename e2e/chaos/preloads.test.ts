import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

/** Runs a line of JavaScript after a preload, and tells how that went. */
function after(preload: string, env: Record<string, string>, code: string) {
  const words = ["--import", path.join(import.meta.dirname, preload), "--eval", code];
  const options = { encoding: "utf8", env: { ...process.env, ...env } } as const;
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, words, options);
  return { stdout: stdout.trim(), stderr: stderr.trim(), signal, status };
}

const passes = `for (const name of ["mid-stream", "before-lease", "mid-stream", "mid-stream"]) {
  console.log(name);
  globalThis.docketFailpoint?.(name);
}`;

test("a process dies the second time it comes by, and not before", () => {
  expect(after("failpoint.mjs", { FAILPOINT: "mid-stream:2" }, passes)).toEqual({
    ...{ stdout: "mid-stream\nbefore-lease\nmid-stream", stderr: "failpoint mid-stream:2" },
    ...{ signal: "SIGKILL", status: null },
  });
});

test("a process that never comes by lives", () => {
  expect(after("failpoint.mjs", { FAILPOINT: "after-tool-commit" }, passes)).toMatchObject({ signal: null, status: 0 });
});

test("the clock is ten minutes fast in every way of asking, and given moments stay what they are", () => {
  const code = `const real = performance.timeOrigin + performance.now();
    const ahead = [Date.now(), +new Date(), Date.parse(Date())].map((moment) => Math.round((moment - real) / 10_000));
    console.log(JSON.stringify([ahead, new Date(0).toISOString(), new Date() instanceof Date, new Date().constructor === Date]));`;
  expect(JSON.parse(after("clock.mjs", { CLOCK_OFFSET: "600000" }, code).stdout)).toEqual([
    ...[[60, 60, 60], "1970-01-01T00:00:00.000Z"],
    ...[true, true],
  ]);
});
