/** What this browser keeps of what a person wrote. Where nothing is stored it is remembered until the page is left. */
const unkept = new Map<string, string>();
const watchers = new Set<() => void>();

export function readKept(key: string): string {
  try {
    return localStorage.getItem(key) ?? unkept.get(key) ?? "";
  } catch {
    return unkept.get(key) ?? "";
  }
}

export function keep(key: string, value: string) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
    unkept.delete(key);
  } catch {
    if (value) unkept.set(key, value);
    else unkept.delete(key);
  }
  for (const tell of watchers) tell();
}

export function keysKept(prefix: string): string[] {
  const keys = new Set(unkept.keys());
  try {
    for (let place = 0; place < localStorage.length; place++) keys.add(localStorage.key(place) ?? "");
  } catch {
    // What is remembered without it is all there is.
  }
  return [...keys].filter((key) => key.startsWith(prefix)).sort();
}

/** Hears of every change, of other tabs too, until the returned function is called. */
export function watchKept(watcher: () => void): () => void {
  watchers.add(watcher);
  addEventListener("storage", watcher);
  return () => {
    watchers.delete(watcher);
    removeEventListener("storage", watcher);
  };
}
