"use client";

import { useRouter } from "next/navigation";
import { sentence } from "@/components/ask";
import type { Hands, Spot } from "@/components/palette/commands";
import { useProfile } from "@/components/settings/use-profile";
import { toast } from "@/components/ui/toast";
import { askFor } from "./asked";
import { signOut } from "./leave";
import type { Pane } from "./panes";

type Panes = { toggle: (pane: Pane) => void; bring: (pane: Pane) => void; isPhone: () => boolean };

const spots: { [S in Spot]: string } = {
  message: "textarea[aria-label='Message']",
  search: "nav[aria-label='Conversations'] input[type='search']",
  task: "input[aria-label='Add a task']",
};

/** What commands are done with: where to go, what to show, where to put the cursor. */
export function useHands(panes: Panes, path: string, open: Hands["open"]): Hands {
  const router = useRouter();
  const { save } = useProfile();

  /** False when there is no such field on the page, or it can't be seen. */
  function put(spot: Spot): boolean {
    const field = document.querySelector<HTMLElement>(spots[spot]);
    if (!field?.checkVisibility()) return false;
    field.focus();
    return true;
  }

  /** As soon as the field is there: a pane may still have to open, a page to load. Whoever went on meanwhile is left alone. */
  function soon(spot: Spot, tries = 300, from = document.activeElement) {
    const at = document.activeElement;
    const went = at !== from && at !== document.body && !at?.closest("#sidebar");
    if (went || put(spot) || tries === 0) return;
    requestAnimationFrame(() => soon(spot, tries - 1, from));
  }

  return {
    open,
    toggle: panes.toggle,
    go(to) {
      router.push(to);
      if (to === "/") soon("message");
    },
    write(spot) {
      const inChat = path === "/" || path.startsWith("/chat/");
      if (spot === "search") panes.bring("sidebar");
      if (spot === "message" && !inChat) router.push("/");
      if (spot === "task" && inChat && !panes.isPhone()) panes.bring("tasks");
      else if (spot === "task" && path !== "/tasks") router.push("/tasks");
      soon(spot);
    },
    archived() {
      panes.bring("sidebar");
      askFor("archived");
    },
    async theme(theme) {
      if (!(await save({ settings: { theme } }))) toast("The theme could not be saved. Try again.", { wrong: true });
    },
    signOut: () => void signOut().catch((error) => toast(sentence(error), { wrong: true })),
  };
}
