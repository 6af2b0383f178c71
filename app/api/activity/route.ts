import { z } from "zod";
import { callSourceSchema, callStatusSchema } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";
import { requireUser } from "@/lib/auth/require-user";
import { door, json, readQuery } from "@/lib/http";

const querySchema = z.strictObject({
  source: callSourceSchema.optional(),
  status: callStatusSchema.optional(),
  tool: z.string().max(100).optional(),
  reply: z.uuid().optional(),
  cursor: z.base64url().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const GET = door(async (request) => {
  const user = await requireUser();
  return json(await activityOf(user.id).list(readQuery(request, querySchema)));
});
