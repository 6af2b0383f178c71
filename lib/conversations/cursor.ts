import { z } from "zod";
import { AppError } from "@/lib/errors";

const placeSchema = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]);

/** Where a page of the list ended: the last row's own sort key, so that rows which move meanwhile don't shift the next page. */
export type Place = { isPinned: boolean; updatedAt: Date; id: string };

export function cursorAfter(place: Place): string {
  return Buffer.from(JSON.stringify([place.isPinned, place.updatedAt, place.id])).toString("base64url");
}

export function placeOf(cursor: string): Place {
  const place = placeSchema.safeParse(parsed(Buffer.from(cursor, "base64url").toString()));
  if (!place.success)
    throw new AppError("invalid", "This page of the list is no longer there; start from the first one.");
  const [isPinned, updatedAt, id] = place.data;
  return { isPinned, updatedAt: new Date(updatedAt), id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
