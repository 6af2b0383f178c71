import { ping } from "@/lib/auth/store";
import { door, json } from "@/lib/http";

/** 200 when this instance and its database answer, 503 otherwise. */
export const GET = door(async () => {
  await ping();
  return json({ status: "ok" });
});
