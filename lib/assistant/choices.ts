import "server-only";
import type { UIMessageChunk } from "ai";
import { z } from "zod";
import type { ReplyData } from "./schema";

/** How a model of ours says with the end of its text which answers it offers. Any other model's metadata means nothing here. */
const offered = z.object({
  docket: z.object({
    choices: z
      .array(z.object({ label: z.string().min(1).max(500), text: z.string().min(1).max(500) }))
      .min(1)
      .max(10),
  }),
});

type DataChunk = { type: "data-choices"; data: ReplyData["choices"] };

/** The end of a text, and the answers offered with it as a part of their own. */
export function withChoices(chunk: Extract<UIMessageChunk, { type: "text-end" }>): UIMessageChunk[] {
  const found = offered.safeParse(chunk.providerMetadata);
  if (!found.success) return [chunk];
  const choices: DataChunk = { type: "data-choices", data: { options: found.data.docket.choices } };
  return [{ type: "text-end", id: chunk.id }, choices];
}
