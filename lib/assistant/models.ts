import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { remember } from "@/lib/remember";
import type { Today } from "@/lib/words/today";
import { batchedFetch } from "./batched-fetch";
import { offlineModel } from "./offline/model";

export type OfferedModel = { id: string; name: string; provider: "built-in" | "openai" | "compatible" };

export const builtIn: OfferedModel = { id: "built-in", name: "Built-in assistant", provider: "built-in" };

/** What OpenAI's key alone offers; OPENAI_MODELS says otherwise. */
const openAiDefaults = ["gpt-5.1", "gpt-5-mini"];

/** The models a person may pick: those of the environment first, the built-in assistant always. */
export function offeredModels(): OfferedModel[] {
  const provider = env.OPENAI_BASE_URL ? "compatible" : env.OPENAI_API_KEY ? "openai" : null;
  if (!provider) return [builtIn];
  const ids = env.OPENAI_MODELS.length > 0 ? env.OPENAI_MODELS : openAiDefaults;
  return [...ids.map((id): OfferedModel => ({ id, name: id, provider })), builtIn];
}

/** The chosen model, or the first that is offered when nothing was chosen or the choice is no longer there. */
export function offeredModel(chosen: string | null | undefined): OfferedModel {
  const offered = offeredModels();
  return offered.find(({ id }) => id === chosen) ?? offered[0] ?? builtIn;
}

/** A choice that came from a client must be one that is offered. */
export function checkModel(id: string): void {
  if (!offeredModels().some((model) => model.id === id)) {
    throw new AppError("invalid", `There is no model “${id.slice(0, 60)}” here. Choose one from the list.`);
  }
}

/** The AI SDK's model behind a choice. The built-in assistant gets the day, so that nothing in the product fakes time. */
export async function languageModel(model: OfferedModel, today: Today): Promise<LanguageModelV4> {
  if (model.provider === "built-in") return offlineModel({ today });
  if (model.provider === "openai") return (await openAi()).responses(model.id);
  return (await compatible())(model.id);
}

// Loaded when first used: most people run without them.
const openAi = () =>
  remember("openai", async () => {
    const { createOpenAI } = await import("@ai-sdk/openai");
    return createOpenAI({ apiKey: env.OPENAI_API_KEY, fetch: batchedFetch() });
  });

const compatible = () =>
  remember("openai-compatible", async () => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    return createOpenAICompatible({
      name: "compatible",
      baseURL: env.OPENAI_BASE_URL ?? "",
      ...(env.OPENAI_API_KEY ? { apiKey: env.OPENAI_API_KEY } : {}),
      includeUsage: true,
      fetch: batchedFetch(),
    });
  });
