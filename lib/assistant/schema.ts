import type { InferUITools, UIMessage } from "ai";
import type { Call } from "@/lib/activity/schema";
import type { AiTools } from "./ai-tools";

/** What the interface may say of a reply besides its text; stored in Message.metadata. Times in milliseconds. */
export type ReplyMetadata = {
  model?: string;
  status?: "PENDING" | "PROCESSING" | "AWAITING_APPROVAL" | "COMPLETED" | "STOPPED" | "ERROR";
  createdAt?: string;
  inputTokens?: number;
  outputTokens?: number;
  firstTokenMs?: number;
  totalMs?: number;
  /** Why a reply ended in ERROR, or was cut: a code for the interface, and a sentence for the person. */
  error?: { code: ReplyErrorCode; message: string };
};

export type ReplyErrorCode =
  | "interrupted"
  | "model_auth"
  | "rate_limited"
  | "model_unavailable"
  | "model_timeout"
  | "model_failed"
  | "loop"
  | "internal";

export type ReplyData = {
  /** The record's row of a call of this reply, as soon as it is there; transient: the record is the truth. */
  call: Call;
  /** Structured answers to the assistant's own question, shown as buttons; sending one sends its text. */
  choices: { options: { label: string; text: string }[] };
};

export type ChatMessage = UIMessage<ReplyMetadata, ReplyData, InferUITools<AiTools>>;
