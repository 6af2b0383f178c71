import { requireUser } from "@/lib/auth/require-user";
import { endSession } from "@/lib/auth/sessions/store";
import { AppError } from "@/lib/errors";
import { door, nothing, uuidParam } from "@/lib/http";
import { publish } from "@/lib/live/bus";

export const DELETE = door(async (_request, { params }: RouteContext<"/api/me/sessions/[id]">) => {
  const user = await requireUser();
  const sessionId = uuidParam((await params).id);
  if (!(await endSession({ userId: user.id, sessionId })))
    throw new AppError("not_found", "That session has ended already.");
  publish(user.id, { type: "signed_out", sessionId });
  return nothing();
});
