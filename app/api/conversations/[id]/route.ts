import { refuseWaiting } from "@/lib/assistant/approvals";
import { requireUser } from "@/lib/auth/require-user";
import { conversationPatchSchema } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { AppError } from "@/lib/errors";
import { door, json, nothing, readJson, uuidParam } from "@/lib/http";
import { publish } from "@/lib/live/bus";

type Context = RouteContext<"/api/conversations/[id]">;

export const GET = door<Context>(async (_request, { params }) => {
  const user = await requireUser();
  const conversation = await conversationsOf(user.id).get(uuidParam((await params).id));
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  return json(conversation);
});

export const PATCH = door<Context>(async (request, { params }) => {
  const user = await requireUser();
  const id = uuidParam((await params).id);
  const conversation = await conversationsOf(user.id).change(id, await readJson(request, conversationPatchSchema));
  publish(user.id, { type: "conversation", conversationId: id });
  return json(conversation);
});

export const DELETE = door<Context>(async (_request, { params }) => {
  const user = await requireUser();
  const id = uuidParam((await params).id);
  await refuseWaiting(user, id);
  const stopping = await conversationsOf(user.id).remove(id);
  for (const messageId of stopping) publish(user.id, { type: "reply", conversationId: id, messageId, state: "stop" });
  publish(user.id, { type: "conversation", conversationId: id });
  return nothing();
});
