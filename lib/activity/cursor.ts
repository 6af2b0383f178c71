import { z } from "zod";
import { AppError } from "@/lib/errors";

/** The last call of a page, by what the record is sorted by. */
export type Place = { createdAt: Date; id: string };

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

export const cursorAfter = ({ createdAt, id }: { createdAt: string; id: string }) =>
  Buffer.from(JSON.stringify([createdAt, id])).toString("base64url");

export function placeOf(cursor: string): Place {
  const place = placeSchema.safeParse(decoded(cursor));
  if (!place.success) {
    throw new AppError("invalid", "That cursor doesn't belong to this list; start again from its first page.", {
      details: { field: "cursor" },
    });
  }
  return { createdAt: new Date(place.data[0]), id: place.data[1] };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return null;
  }
}
