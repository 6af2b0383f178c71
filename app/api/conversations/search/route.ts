import { requireUser } from "@/lib/auth/require-user";
import { searchQuerySchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { door, json, readQuery } from "@/lib/http";

/** Titles and messages with these words; a message is opened at /chat/<conversation>?at=<message>. */
export const GET = door(async (request) => {
  const user = await requireUser();
  return json(await conversationsOf(user.id).search(readQuery(request, searchQuerySchema)));
});
