// Runs before any other script of a page. zod, which the AI SDK brings along, asks by `new Function` whether it may compile
// its checks; our policy forbids that, and a browser reports the attempt even though zod catches the refusal.
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}
globalThis.__zod_globalConfig = { jitless: true };

export {};
