import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type View, viewSchema } from "./schema";

/** Where a page ended: the sort key and number of its last task, so that tasks which move meanwhile don't shift the next page. */
export type Place = { view: View; key: string; number: number };

const placeSchema = z.tuple([viewSchema, z.string().max(1_100), z.int().min(1).max(2_147_483_647)]);

export function cursorAfter({ view, key, number }: Place): string {
  return Buffer.from(JSON.stringify([view, key, number])).toString("base64url");
}

export function placeOf(cursor: string, view: View): Place {
  const place = placeSchema.safeParse(decoded(cursor));
  if (!place.success || place.data[0] !== view || place.data[1].includes("\0") || !place.data[1].isWellFormed()) {
    throw new AppError("invalid", "That cursor doesn't belong to this list; start again from its first page.", {
      details: { field: "cursor" },
    });
  }
  const [, key, number] = place.data;
  return { view, key, number };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
