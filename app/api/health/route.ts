import { ping } from "@/lib/auth/store";
import { refuseWhileDraining } from "@/lib/drain";
import { door, json } from "@/lib/http";

/** 200 when this instance and its database answer and it takes new work, 503 otherwise. */
export const GET = door(async () => {
  refuseWhileDraining();
  await ping();
  return json({ status: "ok" });
});
