"use client";

import { useEffect, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { type PushState, pushState, switchOff, switchOn, worker } from "@/components/notices/push";
import { Button } from "@/components/ui/button";

const states: { [S in PushState]: string } = {
  impossible:
    "This browser shows no notifications here. Reminders appear in Docket itself; over https most browsers can do more.",
  unasked: "Reminders appear in Docket itself. This browser has not been asked yet whether it may show them elsewhere.",
  blocked: "This browser blocks notifications from Docket. Allow them in its settings for this site, then come back.",
  "open only": "This browser shows reminders while Docket is open in a tab. It gets none when Docket is closed.",
  on: "This browser shows reminders, also when Docket is closed.",
};

/** Whether this browser is told, and a way to see that it works. */
export function Notifications() {
  const [state, setState] = useState<PushState | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => void pushState().then(setState), []);

  async function run(work: () => Promise<PushState>, failed = "") {
    setSaid("");
    try {
      const now = await work();
      setState(now);
      if (now === "open only") setSaid(failed);
    } catch (error) {
      setSaid(sentence(error));
    }
  }

  async function test() {
    setSaid("");
    try {
      const { sent } = await ask<{ sent: number }>("/api/push/test", { method: "POST" });
      if (sent > 0) return setSaid(`Sent to ${sent === 1 ? "one browser" : `${sent} browsers`}. It should appear now.`);
      const registration = await worker();
      await registration?.showNotification("Docket can show notifications", { body: "Reminders will look like this." });
      setSaid("This page showed one. No push service took a message, so nothing arrives while Docket is closed.");
    } catch (error) {
      setSaid(sentence(error));
    }
  }

  if (state === null) return null;
  return (
    <div className="grid gap-2">
      <p className="font-medium text-small text-soft">Notifications in this browser</p>
      <p>{states[state]}</p>
      <div className="flex flex-wrap gap-2">
        {state === "unasked" || state === "open only" ? (
          <Button
            onClick={() =>
              void run(switchOn, "Its push service can't be reached from here, or this Docket has no key.")
            }
          >
            {state === "unasked" ? "Allow notifications" : "Also when Docket is closed"}
          </Button>
        ) : null}
        {state === "on" ? <Button onClick={() => void run(switchOff)}>Not when Docket is closed</Button> : null}
        {state === "on" || state === "open only" ? (
          <Button onClick={() => void test()}>Send a test notification</Button>
        ) : null}
      </div>
      <p role="status" className="text-soft text-small empty:hidden">
        {said}
      </p>
    </div>
  );
}
