const things = globalThis as unknown as { docket?: Map<string, unknown> };

/** One instance per process: route bundles and hot reloads may load a module more than once. */
export function remember<Thing>(name: string, make: () => Thing): Thing {
  things.docket ??= new Map();
  if (!things.docket.has(name)) things.docket.set(name, make());
  return things.docket.get(name) as Thing;
}
