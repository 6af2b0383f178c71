import { createECDH } from "node:crypto";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { SignedIn } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { makeSession, makeUser } from "@/lib/db/testing";
import { encrypt } from "./encrypt";
import { checkEndpoint, isPublic } from "./endpoint";
import { post } from "./post";
import { push } from "./push";
import { subscribe } from "./store";
import { claimsOf, decrypt, makeBrowser, startPushService } from "./testing";
import { pushKey } from "./vapid";

const bytes = (text: string) => Buffer.from(text, "base64url");

// RFC 8291, section 5 and appendix A.
const example = {
  text: "When I grow up, I want to be a watermelon",
  salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"),
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
  sender: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
  receiver: bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  body: "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

beforeEach(() => {
  vi.stubEnv("VAPID_PRIVATE_KEY", example.sender.toString("base64url"));
  vi.stubEnv("PUSH_HOSTS", "127.0.0.1");
  vi.stubEnv("PUBLIC_URL", "https://docket.example.com");
});
afterEach(() => vi.unstubAllEnvs());

async function service(...statuses: number[]) {
  const made = await startPushService(statuses);
  onTestFinished(async () => void (await made.close()));
  return made;
}

async function personWith(endpoints: string[]) {
  const user = await makeUser();
  const { id: sessionId } = await makeSession(user);
  const browser = makeBrowser();
  const person = { id: user.id, sessionId } as SignedIn; // the rest is nobody's business here
  for (const endpoint of endpoints) await subscribe(person, { endpoint, keys: browser.keys });
  return { person, browser, count: () => db.pushSubscription.count({ where: { userId: user.id } }) };
}

const message = { id: "1", number: 7, title: "Call the “dentist” 🦷", body: "Due now" };

test("the encryption is that of the standard, byte for byte", () => {
  const { text, salt, auth, sender, p256dh, body } = example;
  expect(encrypt(text, { p256dh, auth }, { salt, privateKey: sender }).toString("base64url")).toBe(body);
  const receiver = createECDH("prime256v1");
  receiver.setPrivateKey(example.receiver);
  expect(decrypt(bytes(body), receiver, bytes(auth))).toBe(text);
});

test("a push service gets what only the browser can read, signed for it alone", async () => {
  const { received, endpoint } = await service();
  const { person, browser } = await personWith([endpoint("one")]);
  expect(await push([{ user: person.id, message }])).toEqual(["sent"]);
  const [got] = received;
  expect(JSON.parse(browser.open(got?.body ?? Buffer.alloc(0)))).toEqual(message);
  expect(got?.body.toString()).not.toContain("dentist");
  expect(got?.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high", ttl: "21600" });
  const { key, claims } = claimsOf(got?.headers.authorization ?? "");
  expect(key).toBe(pushKey());
  expect(claims).toMatchObject({ aud: new URL(endpoint("")).origin, sub: "https://docket.example.com" });
  expect(claims.exp - Date.now() / 1000).toBeLessThan(24 * 3_600);
});

test("a browser that is gone is forgotten; one whose service is busy is tried again, one that refuses is not", async () => {
  const { received, endpoint } = await service(410);
  const { person, count } = await personWith([endpoint("gone")]);
  expect(await push([{ user: person.id, message }])).toEqual(["gone"]);
  expect([await count(), received.length]).toEqual([0, 1]);
  const busy = await service(503, 429);
  const target = { endpoint: busy.endpoint("busy"), ...makeBrowser().keys };
  expect(await post(target, "text", [1, 1])).toBe("sent");
  expect(busy.received).toHaveLength(3);
  const strict = await service(403);
  expect(await post({ ...target, endpoint: strict.endpoint("no") }, "text", [1])).toBe("failed");
  expect(strict.received).toHaveLength(1);
  const moved = await service(307);
  expect(await post({ ...target, endpoint: moved.endpoint("moved") }, "text", [1])).toBe("failed");
});

test("a device that was signed out hears nothing, and one where somebody else signs in is theirs", async () => {
  const { endpoint } = await service();
  const first = await personWith([endpoint("shared")]);
  const second = await personWith([endpoint("shared")]);
  expect([await first.count(), await second.count()]).toEqual([0, 1]);
  await db.session.updateMany({ where: { userId: second.person.id }, data: { revokedAt: new Date() } });
  expect(await push([{ user: second.person.id, message }])).toEqual([]);
});

test("a person has at most twenty browsers: the oldest give way", async () => {
  const { person, count } = await personWith(Array.from({ length: 22 }, (_, n) => `https://push.example.com/${n}`));
  expect(await count()).toBe(20);
  const rows = await db.pushSubscription.findMany({ where: { userId: person.id } });
  expect(rows.some(({ endpoint }) => endpoint.endsWith("/0"))).toBe(false);
});

test("a title of any length fits", async () => {
  const { received, endpoint } = await service();
  const { person, browser } = await personWith([endpoint("long")]);
  await push([{ user: person.id, message: { ...message, title: "🦷".repeat(500) } }]);
  expect(JSON.parse(browser.open(received[0]?.body ?? Buffer.alloc(0))).title).toMatch(/^🦷{200}…$/u);
  expect(received[0]?.body.length).toBeLessThanOrEqual(4_096);
});

test.each([
  "http://push.example.com/a",
  "https://127.0.0.2/a",
  "https://[::1]/a",
  "https://192.168.1.1/a",
  "https://localhost/a",
  "https://printer.local/a",
  "https://metadata.google.internal/a",
  "https://user@push.example.com/a",
  "https://push.example.com:8443/a",
  "https://167772161/a",
  "ftp://push.example.com/a",
])("%s is no push service", (endpoint) => {
  expect(() => checkEndpoint(endpoint)).toThrow("This is not the address of a push service.");
});

test.each([
  "https://fcm.googleapis.com/fcm/send/abc",
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/abc",
  "https://wns2-par02p.notify.windows.com/w/?token=abc",
])("%s is one", (endpoint) => expect(() => checkEndpoint(endpoint)).not.toThrow());

test("names that lead into the network of the server are not followed", async () => {
  vi.stubEnv("PUSH_HOSTS", "");
  const inside = [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "172.20.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
  ];
  expect(inside.filter(isPublic)).toEqual([]);
  expect(["1.1.1.1", "142.250.74.10", "2a00:1450:4007::200a"].every(isPublic)).toBe(true);
});
