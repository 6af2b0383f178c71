import { requireUser } from "@/lib/auth/require-user";
import { AppError } from "@/lib/errors";
import { door, json } from "@/lib/http";
import { tasksOf } from "@/lib/tasks/store";

export const GET = door<RouteContext<"/api/tasks/[number]">>(async (_, { params }) => {
  const user = await requireUser();
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new AppError("not_found", "There is no such task.");
  return json(await tasksOf(user.id).detail(Number(number)));
});
