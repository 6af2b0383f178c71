"use client";

import { createContext, use } from "react";
import { CallSlip } from "@/components/activity/call-slip";
import type { Call } from "@/lib/activity/schema";
import { type CallsByReply, callsOf } from "./use-calls";

/** The record of this conversation; only what needs the calls of other replies reads it here. */
export const RecordHere = createContext<CallsByReply>({});

type RepeatedSlipProps = {
  call: Call;
  /** The ids of the earlier replies to the same question, with spaces. */
  before: string;
  take: (call: Call) => void;
};

/** A reply that repeats another asks for a change that is made: the slip is the one of the call that made it, with its undo. */
export function RepeatedSlip({ call, before, take }: RepeatedSlipProps) {
  const record = use(RecordHere);
  const isIt = (one: Call) =>
    one.changes.length > 0 &&
    one.toolName === call.toolName &&
    JSON.stringify(one.result) === JSON.stringify(call.result);
  const made = before
    .split(" ")
    .flatMap((reply) => callsOf(record, reply))
    .find(isIt);
  return <CallSlip call={made ?? call} take={take} />;
}

export const isRepeat = (call: Call) => call.status === "SUCCESS" && call.changes.length === 0;
