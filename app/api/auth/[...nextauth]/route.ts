import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/next-auth";
import { door } from "@/lib/http";

// Our pages use /api/session. This is for providers, whose answers come back here, and for NextAuth's own forms.
export const GET = door((request: NextRequest) => handlers.GET(request));
export const POST = door((request: NextRequest) => handlers.POST(request), {
  accepts: "application/x-www-form-urlencoded",
});
