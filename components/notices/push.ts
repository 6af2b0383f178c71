import { ask } from "@/components/ask";

/** What this browser can do about reminders when no page is looked at. */
export type PushState =
  /** It has no notifications, or only over https. */
  | "impossible"
  /** It has not been asked yet. */
  | "unasked"
  /** The person said no, in the browser. */
  | "blocked"
  /** It may show notifications, but nothing is sent to it: they come while Docket is open in a tab. */
  | "open only"
  /** They arrive with Docket closed, too. */
  | "on";

const patience = 15_000;

const isPossible = () => "Notification" in window && "serviceWorker" in navigator && window.isSecureContext;

/** The worker, once it is there; it may take a moment on the first visit, and never come where browsers forbid it. */
export async function worker(): Promise<ServiceWorkerRegistration | null> {
  if (!isPossible()) return null;
  return (await navigator.serviceWorker.getRegistration()) ?? null;
}

const subscribed = async () => (await (await worker())?.pushManager?.getSubscription()) ?? null;

export async function pushState(): Promise<PushState> {
  if (!isPossible()) return "impossible";
  if (Notification.permission === "denied") return "blocked";
  if (Notification.permission === "default") return "unasked";
  return (await subscribed()) ? "on" : "open only";
}

/** Only after a click: browsers punish pages that ask by themselves. */
export async function switchOn(): Promise<PushState> {
  if (!isPossible()) return "impossible";
  if ((await Notification.requestPermission()) !== "granted") return pushState();
  const { key } = await ask<{ key: string | null }>("/api/push");
  if (key === null) return "open only";
  const registration = await navigator.serviceWorker.ready;
  // A browser without a push service, or one that can't reach it, says so here, or says nothing for long.
  const fresh = await Promise.race([
    registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }).catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
  ]);
  if (fresh) await ask("/api/push", { method: "POST", body: fresh });
  return pushState();
}

export async function switchOff(): Promise<PushState> {
  const subscription = await subscribed();
  if (subscription) {
    await ask("/api/push", { method: "DELETE", body: { endpoint: subscription.endpoint } });
    await subscription.unsubscribe();
  }
  return pushState();
}

/** After signing in again the browser is told on behalf of the new session. */
export async function renew(): Promise<void> {
  if (!isPossible() || Notification.permission !== "granted") return;
  const subscription = await subscribed();
  if (subscription) await ask("/api/push", { method: "POST", body: subscription });
}
