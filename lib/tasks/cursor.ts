import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type Sort, sortSchema, type View, viewSchema } from "./schema";

/** Where a page ended: the sort key and number of its last task, so that tasks which move meanwhile don't shift the next page. */
export type Place = { view: View; sort: Sort | undefined; key: string; number: number };

const placeSchema = z.tuple([
  viewSchema,
  sortSchema.nullable(),
  z.string().max(1_100),
  z.int().min(1).max(2_147_483_647),
]);

export function cursorAfter({ view, sort, key, number }: Place): string {
  return Buffer.from(JSON.stringify([view, sort ?? null, key, number])).toString("base64url");
}

export function placeOf(cursor: string, view: View, sort: Sort | undefined): Place {
  const place = placeSchema.safeParse(decoded(cursor));
  const isOfList = place.data?.[0] === view && place.data[1] === (sort ?? null);
  if (!place.success || !isOfList || place.data[2].includes("\0") || !place.data[2].isWellFormed()) {
    throw new AppError("invalid", "That cursor doesn't belong to this list; start again from its first page.", {
      details: { field: "cursor" },
    });
  }
  const [, , key, number] = place.data;
  return { view, sort, key, number };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
