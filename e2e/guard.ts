import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What a page may not do without failing its test: log errors, throw, break the content policy, or leave this machine. */
export type Guard = {
  problems: string[];
  /** For a test in which the browser is meant to complain. */
  expectProblems(pattern: RegExp): void;
  unexpected(): string[];
};

const isLocal = (url: URL) =>
  ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname) || !/^(http|ws)/.test(url.protocol);

export async function guardContext(context: BrowserContext): Promise<Guard> {
  const problems: string[] = [];
  const allowed: RegExp[] = [];
  context.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (event) => problems.push(`thrown: ${event.error().message}`));
  await context.exposeBinding(
    "reportViolation",
    (_source, violation: string) => void problems.push(`policy: ${violation}`),
  );
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // The binding is put on the window by the test.
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    });
  });
  await context.route(
    (url) => !isLocal(url),
    (route) => {
      problems.push(`request to another machine: ${route.request().url()}`);
      return route.abort();
    },
  );
  return {
    problems,
    expectProblems: (pattern) => void allowed.push(pattern),
    unexpected: () => problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
