"use client";

import { type ComponentType, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Hands } from "./commands";

type DialogName = "palette" | "shortcuts";
type Opened = ComponentType<{ hands: Hands; close: () => void }>;

const load: { [D in DialogName]: () => Promise<Opened> } = {
  palette: () => import("./palette").then(({ Palette }) => Palette),
  shortcuts: () => import("./shortcuts").then(({ Shortcuts }) => Shortcuts),
};

/** The palette and the list of shortcuts, each fetched when it is first asked for. */
export function useDialogs() {
  const [opened, setOpened] = useState<{ Shown: Opened } | null>(null);
  const open = (name: DialogName) =>
    void load[name]().then(
      (Shown) => setOpened({ Shown }),
      () => toast("That needs a connection to the server. Try again when it is back.", { wrong: true }),
    );
  const close = () => setOpened(null);
  return { open, shown: (hands: Hands) => (opened ? <opened.Shown hands={hands} close={close} /> : null) };
}
