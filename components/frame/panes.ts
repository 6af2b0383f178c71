export type Pane = "sidebar" | "tasks";

/** Which panes this browser hides on wide screens. A cookie, so that the server's first picture is the right one. */
export const panesCookie = "docket.hidden";

export type Hidden = { [P in Pane]: boolean };

export function readHidden(cookie: string | undefined): Hidden {
  const named = cookie?.split(".") ?? [];
  return { sidebar: named.includes("sidebar"), tasks: named.includes("tasks") };
}

export function keepHidden(hidden: Hidden) {
  const named = (["sidebar", "tasks"] as const).filter((pane) => hidden[pane]).join(".");
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https
  document.cookie = `${panesCookie}=${named}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
