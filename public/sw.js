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

// Reminders. A page that is being looked at shows them itself; what is answered here is answered everywhere.

const titles = { done: "Done", snooze: "Snooze 10 min", open: "Open" };

self.addEventListener("push", (event) => {
  const show = async () => {
    const { id, number, title, body } = event.data.json();
    const isTest = number === null;
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (!isTest && pages.some((page) => page.visibilityState === "visible")) return;
    await self.registration.showNotification(title, {
      body,
      tag: id,
      icon: `/icon-192.png`,
      data: { id, number },
      actions: isTest ? [] : Object.entries(titles).map(([action, name]) => ({ action, title: name })),
    });
  };
  event.waitUntil(show());
});

const send = (path, method, body) =>
  fetch(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const answer = (id, body) => send(`/api/reminders/${id}`, "POST", body);

async function open(path) {
  const [page] = await self.clients.matchAll({ type: "window" });
  if (!page) return void (await self.clients.openWindow(path));
  page.postMessage({ type: "open", path });
  await page.focus();
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { id, number } = event.notification.data ?? {};
  const act = async () => {
    if (!number) return open(`/settings`);
    if (event.action === "snooze") return answer(id, { action: "snooze", until: "10 minutes" });
    if (event.action === "done") {
      const done = await send(`/api/tools/set_task_complete`, "POST", { numbers: [number], completed: true });
      // It asks something first, or the person is signed out: the page says so.
      return done.ok ? undefined : open(`/tasks?task=${number}`);
    }
    await Promise.allSettled([answer(id, { action: "dismiss" }), open(`/tasks?task=${number}`)]);
  };
  event.waitUntil(act().catch(() => {}));
});

// Wiped away by the person.
self.addEventListener("notificationclose", (event) => {
  const { id, number } = event.notification.data ?? {};
  if (number) event.waitUntil(answer(id, { action: "dismiss" }).catch(() => {}));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  const renew = async () => {
    const options = event.oldSubscription?.options;
    const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
    if (event.oldSubscription) await send(`/api/push`, "DELETE", { endpoint: event.oldSubscription.endpoint });
    if (fresh) await send(`/api/push`, "POST", fresh);
  };
  event.waitUntil(renew().catch(() => {}));
});
