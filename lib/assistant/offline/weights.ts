import type { Command } from "./command";

/**
 * How sure a reading is: a request, something that may well be one, something told that amounts to one unless a request stands beside
 * it ("the client bailed"), or words around it.
 */
type Weight = "request" | "likely" | "told" | "aside";
export type Reading = { command: Command; weight: Weight };

export const request = (command: Command | null): Reading | null => command && { command, weight: "request" };
export const likely = (command: Command | null): Reading | null => command && { command, weight: "likely" };
export const aside = (command: Command): Reading => ({ command, weight: "aside" });
