"use no memo";

import type { Counts } from "@/lib/tasks/schema";
import { startersFor } from "./starters-for";
import { chatStrings } from "./strings";

type StartersProps = { name: string; counts: Counts | undefined; choose: (text: string) => void };

/** An empty page of the ledger, with first entries that work and fit what there is. */
export function Starters({ name, counts, choose }: StartersProps) {
  const first = name.split(" ")[0];
  return (
    <div className="ledger-row pt-[14vh]">
      <p aria-hidden />
      <div>
        <h1 className="pb-1 font-display text-display tracking-[-0.02em]">
          {first ? chatStrings.helloName(first) : chatStrings.hello}
        </h1>
        <p className="max-w-120 pb-5 text-read text-soft">{chatStrings.invitation}</p>
        <ul className="grid max-w-130 border-rule border-t" aria-label="Examples">
          {startersFor(counts).map((text) => (
            <li key={text} className="border-rule border-b">
              <button
                type="button"
                onClick={() => choose(text)}
                className="w-full px-1 py-2.5 text-left text-read text-accent hover:bg-tint"
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
