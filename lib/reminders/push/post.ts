import "server-only";
import http from "node:http";
import https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { encrypt } from "./encrypt";
import { checkEndpoint, lookupFor } from "./endpoint";
import { authorization } from "./vapid";

export type Target = { endpoint: string; p256dh: string; auth: string };
export type Outcome = "sent" | "gone" | "failed";
type Answer = { status: number; retryAfter: number | null };

const patience = 10_000;
/** Milliseconds before the second and the third attempt. */
const pauses = [2_000, 15_000];
const longestPause = 60_000;
/** What a push service keeps a message for while the device is off. */
const keptSeconds = 6 * 3_600;

/** One message to one browser, tried again while its push service is busy. "gone" when the browser doesn't want it any more. */
export async function post(target: Target, text: string, waits = pauses): Promise<Outcome> {
  for (let attempt = 0; ; attempt++) {
    const answer = await attemptOf(target, text);
    if (answer && answer.status >= 200 && answer.status < 300) return "sent";
    if (answer?.status === 404 || answer?.status === 410) return "gone";
    const host = new URL(target.endpoint).host;
    const mayPass = answer === null || answer.status === 429 || answer.status >= 500;
    const pause = waits[attempt];
    if (!mayPass || pause === undefined) {
      log.warn({ host, status: answer?.status }, "A push message was not taken");
      return "failed";
    }
    await sleep(Math.min(answer?.retryAfter ?? pause, longestPause), undefined, { ref: false });
  }
}

/** null when there was no answer. Redirects are not followed. */
async function attemptOf({ endpoint, p256dh, auth }: Target, text: string): Promise<Answer | null> {
  try {
    checkEndpoint(endpoint);
    const body = encrypt(text, { p256dh, auth });
    return await send(endpoint, body, {
      Authorization: authorization(endpoint, env.VAPID_PRIVATE_KEY ?? ""),
      "Content-Encoding": "aes128gcm",
      "Content-Type": "application/octet-stream",
      "Content-Length": body.length,
      TTL: keptSeconds,
      Urgency: "high",
    });
  } catch (error) {
    log.debug({ error, host: new URL(endpoint).host }, "A push service did not answer");
    return null;
  }
}

function send(endpoint: string, body: Buffer, headers: http.OutgoingHttpHeaders): Promise<Answer> {
  const { request } = endpoint.startsWith("https:") ? https : http;
  const signal = AbortSignal.timeout(patience);
  return new Promise((resolve, reject) => {
    const call = request(endpoint, { method: "POST", headers, signal, lookup: lookupFor(endpoint) }, (response) => {
      response.destroy();
      const seconds = Number(response.headers["retry-after"]);
      const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
      resolve({ status: response.statusCode ?? 0, retryAfter });
    });
    call.on("error", reject);
    call.end(body);
  });
}
