import { z } from "zod";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, parsed, readJson } from "@/lib/http";
import { runTool } from "@/lib/tools/run";
import { todayOf } from "@/lib/tools/today";

const keySchema = z.string().min(1).max(200).optional();

export const POST = door<RouteContext<"/api/tools/[name]">>(async (request, { params }) => {
  const user = await requireUser();
  const { name } = await params;
  const idempotencyKey = parsed(keySchema, request.headers.get("idempotency-key") ?? undefined);
  const input = await readJson(request, z.unknown());
  const today = todayOf(user);
  const result = await runTool(name, input, {
    user: user.id,
    source: "UI",
    today,
    ...(idempotencyKey && { idempotencyKey }),
  });
  if (result.status === "SUCCESS") return json({ call: result.call, output: result.output });
  if (result.status === "PENDING") return json({ call: result.call, summary: result.summary }, { status: 202 });
  throw result.error;
});
