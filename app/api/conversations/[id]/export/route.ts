import { exported } from "@/lib/assistant/export/export";
import { attachment } from "@/lib/assistant/export/file-name";
import { requireUser } from "@/lib/auth/require-user";
import { exportQuerySchema } from "@/lib/conversations/schema";
import { door, readQuery, uuidParam } from "@/lib/http";

/** The whole conversation as a file to keep. */
export const GET = door<RouteContext<"/api/conversations/[id]/export">>(async (request, { params }) => {
  const user = await requireUser();
  const id = uuidParam((await params).id);
  const { format } = readQuery(request, exportQuerySchema);
  const { fileName, type, chunks } = await exported(user, id, format);
  return new Response(streamOf(chunks), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachment(fileName),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
});

/** Reads on only as fast as it is taken. */
function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
}
