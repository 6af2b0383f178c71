"use client";

import Link from "next/link";
import { usePerson } from "@/components/frame/person";
import type { ChatMessage } from "@/lib/assistant/schema";
import { factsOf } from "./facts";
import { madeAt } from "./to-chat";

type DetailsProps = { id: string; message: ChatMessage; calls: number };

/** What else is known of a reply, for who asks. */
export function Details({ id, message, calls }: DetailsProps) {
  const person = usePerson();
  return (
    <dl
      id={id}
      className="-mt-1 grid max-w-150 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-rule border-l-3 py-0.5 pl-3 text-small"
    >
      {factsOf(message.metadata ?? {}, madeAt(message), person).map(({ name, value }) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-faint">{name}</dt>
          <dd className="wrap-anywhere text-soft">{value}</dd>
        </div>
      ))}
      <div className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-faint">Record</dt>
        <dd className="text-soft">
          {calls === 0 ? (
            "It called no tools."
          ) : (
            <Link href={`/activity?reply=${message.id}`} className="text-accent underline underline-offset-2">
              {calls === 1 ? "1 call of a tool" : `${calls} calls of tools`}
            </Link>
          )}
        </dd>
      </div>
    </dl>
  );
}
