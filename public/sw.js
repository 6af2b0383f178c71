// Shows a page that helps when the server can't be reached, and does nothing else: what comes from the server goes by, so an
// old worker can't serve an old build, and nothing of a person is ever kept here.

// Names what is kept; a test says what it must be when one of these files has changed.
const version = "7f5a58ae";
const cacheName = `docket-offline-${version}`;
const page = "/offline/index.html";
const kept = [page, "/offline/offline.css", "/offline/offline.js", "/icon.svg"];

self.addEventListener("install", (event) => {
  const fresh = kept.map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(fresh))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const forgetOthers = async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forgetOthers());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isKept = origin === self.location.origin && kept.includes(pathname);
  if (request.method !== "GET" || !(isKept || request.mode === "navigate")) return;
  const fallback = async () => (await caches.match(isKept ? pathname : page)) ?? Response.error();
  event.respondWith(fetch(request).catch(fallback));
});
