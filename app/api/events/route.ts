import { requireUser } from "@/lib/auth/require-user";
import { touchSession } from "@/lib/auth/store";
import { door } from "@/lib/http";
import { buildId } from "@/lib/live/build";
import { eventStream } from "@/lib/live/stream";

export const GET = door(async (request) => {
  const { id, sessionId } = await requireUser();
  const stream = eventStream(id, {
    build: await buildId(),
    signal: request.signal,
    sessionId,
    isSignedIn: async () => (await touchSession({ userId: id, sessionId })) !== null,
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // Proxies such as nginx would hold the events back.
      "X-Accel-Buffering": "no",
    },
  });
});
