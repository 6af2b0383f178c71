import { requireUser } from "@/lib/auth/require-user";
import { conversationsOf } from "@/lib/conversations/store";
import { door, json, uuidParam } from "@/lib/http";
import { publish } from "@/lib/live/bus";

/** Takes back a deletion, for as long as the conversation hasn't been purged. */
export const POST = door<RouteContext<"/api/conversations/[id]/restore">>(async (_request, { params }) => {
  const user = await requireUser();
  const id = uuidParam((await params).id);
  const conversation = await conversationsOf(user.id).restore(id);
  publish(user.id, { type: "conversation", conversationId: id });
  return json(conversation);
});
