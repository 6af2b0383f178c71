import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http";
import { personOf } from "@/lib/reminders/summary/link";
import { stopSummaries } from "@/lib/reminders/summary/store";

/**
 * One click, as RFC 8058 has it: a mail program posts a form, from anywhere, signed in or not; the signed token says whose summaries
 * end. So this door asks for no origin. A person comes from the page that asks, and goes back there.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const person = personOf(new URL(request.url).searchParams.get("token") ?? "");
    if (!person) throw new AppError("not_found", "This link is not one of ours, or not whole.");
    await stopSummaries(person);
    const isPerson = request.headers.get("sec-fetch-mode") === "navigate";
    if (!isPerson) return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
    return new Response(null, {
      status: 303,
      headers: { Location: "/unsubscribe?done=1", "Cache-Control": "no-store" },
    });
  } catch (error) {
    return problem(error);
  }
}
