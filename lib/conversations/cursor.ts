import { z } from "zod";
import { AppError } from "@/lib/errors";

const placeSchema = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]);

/**
 * Where a page of a list ended: the last row's own sort key, so that rows which move meanwhile don't shift the next page.
 * `isFirst`: it is one of those on top, pinned or found by its title.
 */
export type Place = { isFirst: boolean; moment: Date; id: string };

export function cursorAfter(place: Place): string {
  return Buffer.from(JSON.stringify([place.isFirst, place.moment, place.id])).toString("base64url");
}

export function placeOf(cursor: string): Place {
  const place = placeSchema.safeParse(parsed(Buffer.from(cursor, "base64url").toString()));
  if (!place.success)
    throw new AppError("invalid", "This page of the list is no longer there; start from the first one.");
  const [isFirst, moment, id] = place.data;
  return { isFirst, moment: new Date(moment), id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
