/** What the browser says about the line: the network is gone, it is back, the page is looked at again. */
export type Sign = "offline" | "online" | "visible";

/** Passes on each sign until the returned function is called. */
export function onSign(heard: (sign: Sign) => void): () => void {
  // Tests of the transport run without a page.
  const page = globalThis.document as Document | undefined;
  const offline = () => heard("offline");
  const online = () => heard("online");
  const look = () => {
    if (!page?.hidden) heard("visible");
  };
  globalThis.addEventListener?.("offline", offline);
  globalThis.addEventListener?.("online", online);
  page?.addEventListener("visibilitychange", look);
  return () => {
    globalThis.removeEventListener?.("offline", offline);
    globalThis.removeEventListener?.("online", online);
    page?.removeEventListener("visibilitychange", look);
  };
}
